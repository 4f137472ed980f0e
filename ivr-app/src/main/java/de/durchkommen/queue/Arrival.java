package de.durchkommen.queue;

import de.durchkommen.phone.PhoneNumber;
import java.util.Optional;

/**
 * Somebody who calls.
 *
 * @param callId the call's id, 1 to 128 characters; no personal data
 * @param number where the caller can be called back and is known by; empty when withheld, foreign,
 *     or one that is not called
 * @param language in which they are spoken to (ISO 639-1)
 * @param priority the group, 1 (first) to 9 (last)
 */
public record Arrival(String callId, Optional<PhoneNumber> number, String language, int priority) {
  /** The group of ordinary callers. */
  public static final int ORDINARY = 5;

  /** The group of those who were called about a pair of the waiting list, which is kept briefly. */
  public static final int OFFERED = 2;

  /** First and last group. */
  public static final int FIRST = 1;

  /** See {@link #FIRST}. */
  public static final int LAST = 9;

  /** Refuses what has no order. */
  public Arrival {
    if (priority < FIRST || priority > LAST) {
      throw new IllegalArgumentException("A priority group is a number from 1 to 9");
    }
  }
}
