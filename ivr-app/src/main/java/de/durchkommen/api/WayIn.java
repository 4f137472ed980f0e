package de.durchkommen.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** How people come in, who have no API key; there is one such way in the application. */
@FunctionalInterface
public interface WayIn {
  /** Slug of the problem of somebody who has to choose a password before anything else goes. */
  String MUST_CHANGE = "password-change-needed";

  /**
   * Somebody who is let in.
   *
   * @param mostAtOnce how many requests they may have under way at once, 1 or more
   */
  record Admitted(ApiClient client, int mostAtOnce) {}

  /**
   * Who sent this request. Its body is not read.
   *
   * @return empty when it shows nothing of this way, or nothing that counts any more: it goes on as
   *     nobody's
   * @throws Problem when it must not go on at all
   */
  Optional<Admitted> admitted(HttpServletRequest request);
}
