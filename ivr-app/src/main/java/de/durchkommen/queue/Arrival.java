package de.durchkommen.queue;

import de.durchkommen.phone.PhoneNumber;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Somebody who calls.
 *
 * @param callId the call's id, 1 to 128 characters; no personal data
 * @param number where the caller can be called back and is known by; empty when withheld, foreign,
 *     or one that is not called
 * @param language in which they are spoken to (ISO 639-1)
 * @param priority the group, 1 (first) to 9 (last)
 * @param skill what the person has to be able to do whom they wait for: 1 to 20 small letters and
 *     dashes; empty for anybody
 * @param instead an earlier ticket of the same queue that has ended too early: its place is theirs
 *     again
 */
public record Arrival(
    String callId,
    Optional<PhoneNumber> number,
    String language,
    int priority,
    Optional<String> skill,
    OptionalLong instead) {
  private static final Pattern SKILL = Pattern.compile("[a-z-]{1,20}");

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
    if (skill.isPresent() && !SKILL.matcher(skill.get()).matches()) {
      throw new IllegalArgumentException("A skill has 1 to 20 small letters and dashes");
    }
  }

  /** Somebody who comes for the first time, and for anybody. */
  public Arrival(String callId, Optional<PhoneNumber> number, String language, int priority) {
    this(callId, number, language, priority, Optional.empty(), OptionalLong.empty());
  }

  /** The same, for somebody who can do this. */
  public Arrival needing(String what) {
    return new Arrival(callId, number, language, priority, Optional.of(what), instead);
  }

  /** The same, with the place of an earlier ticket. */
  public Arrival insteadOf(long ticket) {
    return new Arrival(callId, number, language, priority, skill, OptionalLong.of(ticket));
  }
}
