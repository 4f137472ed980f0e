package de.durchkommen.desk;

import de.durchkommen.agent.CallerAtHand;
import de.durchkommen.agent.CallerAtHand.Hand;
import de.durchkommen.api.Problem;
import de.durchkommen.booking.Actor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Whose work it is that an agent does for the caller. */
@Dependent
class OnBehalf {
  private final CallerAtHand callers;
  private final Clock clock;

  @Inject
  OnBehalf(CallerAtHand callers, Clock clock) {
    this.callers = callers;
    this.clock = clock;
  }

  /** The agent, for histories. */
  static Actor actor(Hand hand, @Nullable String requestId) {
    return new Actor(Actor.Channel.AGENT, hand.client(), requestId == null ? "" : requestId);
  }

  /**
   * Writes into the audit what has been done. It is done, whatever becomes of this: who did what is
   * also in the histories of appointments and of the waiting list.
   */
  <T> T noted(SecurityContext caller, String action, @Nullable String requestId, T done) {
    try {
      callers.within(
          caller,
          (sql, hand) -> {
            callers.audit(sql, hand, action, clock.instant(), requestId);
            return true;
          });
    } catch (Problem gone) {
      return done;
    }
    return done;
  }
}
