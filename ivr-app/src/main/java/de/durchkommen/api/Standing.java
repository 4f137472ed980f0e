package de.durchkommen.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;

/** For what lasts longer than a request: whether somebody is still logged in. */
@FunctionalInterface
public interface Standing {
  /**
   * Whose session this request shows, to be asked again and again, when the request is over too.
   * Asking is no use of the session: it ends as if nobody had asked.
   *
   * @return what is there as long as the session is; it throws a {@link Problem} when nobody can
   *     tell
   */
  Supplier<Optional<ApiClient>> of(HttpServletRequest request);
}
