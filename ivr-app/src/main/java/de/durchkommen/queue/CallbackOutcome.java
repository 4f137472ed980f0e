package de.durchkommen.queue;

import de.durchkommen.phone.CallingHours;
import java.time.Instant;
import java.util.Optional;

/** What became of the wish to be called back. */
public sealed interface CallbackOutcome {
  /**
   * The place is kept, and the caller will be called when it is their turn.
   *
   * @param position how the caller stands; empty before the opening
   * @param range how long it will take; empty when nobody can tell
   * @param earliest no call before that: calling hours and opening hours
   * @param hours of a day in which people are called
   */
  record Kept(
      Optional<Integer> position, Optional<WaitRange> range, Instant earliest, CallingHours hours)
      implements CallbackOutcome {}

  /** So many wait for a call at this number already; the caller keeps the place on the line. */
  record TooMany() implements CallbackOutcome {}

  /**
   * Whether it was noted is not known.
   *
   * @param why a word for logs, without personal data
   */
  record Unknown(String why) implements CallbackOutcome {}
}
