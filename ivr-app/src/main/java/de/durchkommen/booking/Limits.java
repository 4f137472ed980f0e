package de.durchkommen.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The numbers of booking. */
public final class Limits {
  /** How long seats are held for a caller, from an offer or its last renewal on. */
  public static final Duration HOLD = Duration.ofMinutes(3);

  /** How often the holds of live calls are renewed. */
  public static final Duration RENEWAL = Duration.ofMinutes(1);

  /** An offer that nobody took, gave back or let go by then is not renewed any more. */
  public static final Duration LONGEST_OFFER = Duration.ofHours(2);

  /** Nobody is offered a seat that begins earlier than this from now: they have to get there. */
  public static final Duration LEAD = Duration.ofHours(2);

  /**
   * The second dose is given this many days after the first at the earliest and at the latest, by
   * the calendar; 21 and 42 as in Germany's recommendation of January 2021.
   */
  public static final int FEWEST_DAYS_APART = 21;

  /** See {@link #FEWEST_DAYS_APART}. */
  public static final int MOST_DAYS_APART = 42;

  /** Where seats are, so what their times mean. */
  static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");

  /** A search gives up after so many days of first doses that had no second one. */
  static final int DAYS_SEARCHED = 60;

  /** So many free seats are tried until one is not just being taken: more than call at once. */
  static final int CANDIDATES = 40;

  /** How many holds are renewed in one transaction. */
  static final int RENEWED_AT_ONCE = 500;

  /** How many confirmations are drawn until one is not in use. */
  static final int DRAWS = 20;

  private Limits() {}

  /** The time now as columns can hold it, so that what is stored is what was said. */
  static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
