package de.durchkommen.booking;

import de.durchkommen.phone.CallingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * Until when a pair is kept for somebody who waits.
 *
 * <p>The time counts from the first call on, and people are called by day only. What comes free at
 * night is kept for the list too: else whoever happens to be awake would get it, and those who have
 * waited for weeks would not. But a pair that begins so early that nobody can be called in time is
 * left to the callers.
 *
 * @param kept how long it is kept, from the first call on
 * @param hours when people are called
 */
record WaitingTerms(Duration kept, CallingHours hours) {
  /** Refuses a time that has no end or no length. */
  WaitingTerms {
    if (!kept.isPositive() || kept.compareTo(Duration.ofDays(7)) > 0) {
      throw new IllegalArgumentException(
          WaitingLimits.KEPT_KEY + " has to be more than 0 and 7 days at most");
    }
  }

  /** The earliest beginning of what is offered to those who wait; local time in Hessen. */
  LocalDateTime reach(Instant now) {
    Instant first = hours.next(now).plus(WaitingLimits.SHORTEST).plus(Limits.LEAD);
    return LocalDateTime.ofInstant(first, Limits.HESSEN);
  }

  /**
   * When the offer of this pair ends: in any case in time to get there.
   *
   * @param call when the person is called first
   * @param first when the first dose is given, local time in Hessen
   */
  Instant until(Instant call, LocalDateTime first) {
    Instant last = first.atZone(Limits.HESSEN).toInstant().minus(Limits.LEAD);
    Instant usual = call.plus(kept);
    return usual.isBefore(last) ? usual : last;
  }

  /** How long after one call the next is due. */
  Duration pause() {
    return kept.dividedBy(WaitingLimits.CALLS);
  }
}
