package de.durchkommen.journey;

import java.time.Duration;
import java.time.ZoneId;

/** The numbers of journeys. */
final class JourneyLimits {
  static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");

  /** Steps that are kept of one call; further ones are only counted as reached. */
  static final int MOST_STEPS = 400;

  /** The same words within so many steps, with nothing asked between, are one step. */
  static final int REPEATED_WITHIN = 8;

  /** The longest id of a prompt. */
  static final int LONGEST_PROMPT = 80;

  /** How often what has ended is written, and how many in one transaction. */
  static final Duration TICK = Duration.ofSeconds(1);

  static final int AT_ONCE = 300;

  /** So many wait for a database that does not answer: some minutes of the busiest day. */
  static final int MOST_WAITING = 20_000;

  /** Setting: how long journeys are kept, in days. */
  static final int KEEP_DAYS = 14;

  static final int MOST_DAYS = 90;

  /** How long the counts by day are kept. */
  static final int LOSS_DAYS = 400;

  static final Duration CLEANING = Duration.ofMinutes(10);

  static final int DELETED_AT_ONCE = 2_000;

  private JourneyLimits() {}
}
