package de.durchkommen.booking;

import java.time.LocalTime;

/**
 * Hours of the day that suit, for both doses.
 *
 * @param from the earliest beginning
 * @param until the latest beginning
 */
public record Daypart(LocalTime from, LocalTime until) {
  /** Any hour. */
  public static final Daypart ANY = new Daypart(LocalTime.MIN, LocalTime.of(23, 59, 59));

  /** Up to noon. */
  public static final Daypart MORNING = new Daypart(LocalTime.MIN, LocalTime.of(11, 59, 59));

  /** From noon on. */
  public static final Daypart AFTERNOON = new Daypart(LocalTime.NOON, LocalTime.of(23, 59, 59));

  /** Refuses an end before the beginning. */
  public Daypart {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("The latest hour is before the earliest one");
    }
  }
}
