package de.durchkommen.wallboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The numbers of the wallboard. */
final class WallboardLimits {
  /** Where days begin. */
  static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");

  /** A board is made no more often than this. */
  static final Duration BOARD = Duration.ofSeconds(1);

  /** It is told after so long although nothing has changed: so it is seen that somebody listens. */
  static final Duration TOLD_AGAIN = Duration.ofSeconds(10);

  /** Nobody has asked for the board for so long: then none is made. */
  static final Duration UNWANTED = Duration.ofSeconds(30);

  /** The counts of the day are read again after so long. */
  static final Duration DAY = Duration.ofSeconds(10);

  /** The health checks are asked again after so long. */
  static final Duration FAULTS = Duration.ofSeconds(5);

  /** One centre's stock is counted every so often, one after the other. */
  static final Duration STOCK = Duration.ofSeconds(2);

  /** How often it is looked what the queues have at most in a minute. */
  static final Duration SAMPLE = Duration.ofSeconds(5);

  /** How often it is looked whether a minute is to be written. */
  static final Duration WRITING = Duration.ofSeconds(5);

  /** A minute is written so long after its end: transactions that began in it are over then. */
  static final Duration GRACE = Duration.ofSeconds(10);

  /** So many minutes are written in one transaction, when some are missing. */
  static final int MINUTES_AT_ONCE = 20;

  /** Minutes that are missing from longer ago are left out. */
  static final Duration MISSED = Duration.ofDays(7);

  /** Minutes older than this become quarters of an hour. */
  static final Duration MINUTES_KEPT = Duration.ofDays(2);

  /** So many quarters are made of minutes in one transaction. */
  static final int ROLLED_AT_ONCE = 8;

  /** Quarters older than this are deleted, so many rows at once. */
  static final Duration KEPT = Duration.ofDays(400);

  static final int DELETED_AT_ONCE = 1_000;

  /** A quarter of an hour, in minutes. */
  static final int QUARTER = 15;

  /** So many agents are shown. */
  static final int MOST_AGENTS = 500;

  /** Figures of a queue that are older are a fault: rounds are worked twice a second. */
  static final Duration OLD_FIGURES = Duration.ofSeconds(10);

  /** The past is read again after so long. */
  static final Duration HISTORY = Duration.ofSeconds(30);

  /** What is expected is the mean of the same weekday in so many weeks before. */
  static final int WEEKS = 4;

  /**
   * The share of callers that is to be put through in time, in percent. The usual goal of call
   * centres is 80/20: 80 % within 20 seconds (CCmath, WFM Academy, "Service Level"). The 80 are
   * kept here; the seconds are {@code durchkommen.queue.service-level}, as in the metrics.
   */
  static final int GOAL_PERCENT = 80;

  private WallboardLimits() {}

  /** The time now as columns can hold it. */
  static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** When this day began in Hessen. */
  static Instant midnight(Instant now) {
    return now.atZone(HESSEN).toLocalDate().atStartOfDay(HESSEN).toInstant();
  }
}
