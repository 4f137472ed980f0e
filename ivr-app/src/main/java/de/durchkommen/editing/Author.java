package de.durchkommen.editing;

import de.durchkommen.api.ApiClient;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who edits something, and why.
 *
 * @param at when; kept to the millisecond
 * @param actor which client, up to 60 characters
 * @param why 1 to {@link #LONGEST_WHY} characters; no personal data
 * @param request the request's id, for the audit
 */
public record Author(Instant at, String actor, String why, String request) {
  /** The longest reason. */
  public static final int LONGEST_WHY = 200;

  /**
   * Whoever has sent a request.
   *
   * @param why the reason as it was given
   * @param request the request's id, when it has one
   * @throws de.durchkommen.api.Problem when there is no reason, or no good one
   */
  public static Author of(
      Clock clock, SecurityContext caller, @Nullable String why, @Nullable String request) {
    return new Author(
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        ApiClient.of(caller).id(),
        Given.text(why, "why", LONGEST_WHY),
        request == null ? "" : request);
  }
}
