package de.durchkommen.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
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

  /** Later than any seat. */
  static final LocalDateTime EVER = LocalDateTime.of(9999, 1, 1, 0, 0);

  /** Where seats are, so what their times mean. */
  static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");

  /** A search gives up after so many days of first doses that had no second one. */
  static final int DAYS_SEARCHED = 60;

  /** So many seats more than wanted are looked at, since others may be taking some just now. */
  static final int SPARE = 64;

  /** So many callers are served by one transaction, when so many ask at once. */
  static final int TOGETHER = 128;

  /** How long a list of free pairs may be. */
  public static final int LONGEST_SEARCH = 100;

  /** Centres, vaccines and places are read again after so long. */
  static final Duration ATLAS_AGE = Duration.ofSeconds(5);

  /** A count of what is left is told again for so long, with the time when it was counted. */
  static final Duration COUNT_AGE = Duration.ofSeconds(2);

  /** A hold that ran out so long ago is taken off its seats: its caller is gone for good. */
  static final Duration REAPED_AFTER = Duration.ofMinutes(3);

  /** How often that is done, and how many seats at once. */
  static final Duration REAPING = Duration.ofMinutes(1);

  static final int REAPED_AT_ONCE = 1_000;

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
