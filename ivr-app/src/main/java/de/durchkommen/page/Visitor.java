package de.durchkommen.page;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Problem;
import de.durchkommen.api.WayIn;
import jakarta.servlet.http.HttpServletRequest;

/** Who asks for a page. */
sealed interface Visitor {
  /** Somebody without a session. */
  record Stranger() implements Visitor {}

  /** Somebody who has to choose a password before anything else goes. */
  record Newcomer() implements Visitor {}

  /** Somebody who is logged in. */
  record Known(ApiClient client) implements Visitor {}

  /** Nobody can tell right now. */
  record Unknown() implements Visitor {}

  /** Who sent this. */
  static Visitor of(HttpServletRequest request, WayIn people) {
    try {
      return people
          .admitted(request)
          .<Visitor>map(admitted -> new Known(admitted.client()))
          .orElseGet(Stranger::new);
    } catch (Problem problem) {
      return problem.slug().equals(WayIn.MUST_CHANGE) ? new Newcomer() : new Unknown();
    }
  }
}
