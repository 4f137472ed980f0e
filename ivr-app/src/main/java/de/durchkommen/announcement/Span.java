package de.durchkommen.announcement;

import java.time.Duration;
import java.time.Instant;

/**
 * From when to when something is said.
 *
 * @param starts from this moment on
 * @param ends and no more at this one; later than {@code starts}, by {@link #LONGEST} at most
 */
record Span(Instant starts, Instant ends) {
  /** What lasts longer belongs into the prompts. */
  static final Duration LONGEST = Duration.ofDays(31);

  /** So long beforehand something can be planned. */
  static final Duration SOONEST = Duration.ofDays(400);

  /**
   * Refuses what is none.
   *
   * @throws IllegalArgumentException with a sentence that names the field
   */
  Span {
    if (!ends.isAfter(starts)) {
      throw new IllegalArgumentException("ends has to be later than starts");
    }
    if (Duration.between(starts, ends).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "ends has to be " + LONGEST.toDays() + " days after starts at most");
    }
  }

  boolean isOver(Instant now) {
    return !now.isBefore(ends);
  }

  boolean holds(Instant now) {
    return !now.isBefore(starts) && now.isBefore(ends);
  }

  boolean overlaps(Span other) {
    return starts.isBefore(other.ends) && other.starts.isBefore(ends);
  }
}
