package de.durchkommen.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The numbers of the waiting room that nobody sets. */
final class QueueLimits {
  /** So many of those who wait for a person are looked at in one round. */
  static final int MATCHED = 1_000;

  /** A place is kept so long while an agent's telephone rings, if nobody says what came of it. */
  static final Duration HANDED_OVER = Duration.ofMinutes(2);

  /** A round is worked at least so often, so a node is seen and learns what others did. */
  static final Duration ROUND = Duration.ofMillis(500);

  /** A node that was not seen for so long is dead; its callers keep their places. */
  static final Duration DEAD = Duration.ofSeconds(15);

  /** A free dialogue waits so long for a caller whose node died: the dialplan calls again. */
  static final Duration AWAITED = Duration.ofSeconds(30);

  /** Who called again so shortly before the first call ended may have its place: see Redials. */
  static final Duration REDIAL = Duration.ofMinutes(1);

  /** The order of all who wait is read again after so long. */
  static final Duration LINEUP_AGE = Duration.ofSeconds(1);

  /** The settings are read again after so long. */
  static final Duration SETTINGS_AGE = Duration.ofSeconds(1);

  /** So many events are written in one round. */
  static final int EVENTS = 2_000;

  /** So many rows are written by one statement. */
  static final int ROWS = 500;

  /** So many events wait to be written; a hotline that gets here has been without its database. */
  static final int MOST_EVENTS = 200_000;

  /** How long a telephone rings. */
  static final Duration RING = Duration.ofSeconds(40);

  /** Then nobody waits any longer for what became of it. */
  static final Duration RING_LIMIT = RING.plusSeconds(30);

  /** How often somebody is called back. */
  static final int TRIES = 3;

  /** How long after one try the next is due. */
  static final Duration NEXT_TRY = Duration.ofMinutes(5);

  /** How often a call back may fail that is not the fault of who is called. */
  static final int FAILURES = 20;

  /**
   * After such a failure it is tried again in a minute, then in two, four, and so on up to this.
   */
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  /** Until when a place is kept that is kept until the next opening, whenever that is. */
  static final Instant NEXT_OPENING = Instant.parse("9999-01-01T00:00:00Z");

  /** So many may wait for a call at the same number: a household, not a prank. */
  static final int CALLBACKS_A_NUMBER = 5;

  /** How often somebody who was in a dialogue already has the old place again. */
  static final int RETURNS = 2;

  /** Nobody waits longer than this to hear whether a wish was noted. */
  static final Duration ANSWER = Duration.ofSeconds(3);

  /** So many of those let in last are looked at for the estimate. */
  static final int ADMISSIONS = 200;

  /** And none from longer ago than this. */
  static final Duration MEMORY = Duration.ofMinutes(30);

  /** So long what became of a ticket is kept, without anything of the caller. */
  static final Duration HISTORY = Duration.ofDays(30);

  /** So many old tickets are deleted at once. */
  static final int CLEANED = 1_000;

  /** How often it is looked whether all stays of a node are in the database, and no others. */
  static final Duration COMPARING = Duration.ofSeconds(10);

  /** How often old tickets are deleted. */
  static final Duration CLEANING = Duration.ofMinutes(1);

  private QueueLimits() {}

  /** The time now as columns can hold it. */
  static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
