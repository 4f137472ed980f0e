package de.durchkommen.agent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The numbers of agents and their talks. */
final class AgentLimits {
  /** Where the day of the agents' figures begins. */
  static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");

  /** An agent's telephone rings so long; the dialplan has the same number. */
  static final Duration RING = Duration.ofSeconds(20);

  /** And so long it may take until the caller is connected to it, and until that is told. */
  static final Duration RING_SLACK = Duration.ofSeconds(10);

  /** So long the caller may be told things before it rings: an agent is found meanwhile. */
  static final Duration WORDS = Duration.ofSeconds(20);

  /** A ring of which nobody knows anything ends so long after its limit. */
  static final Duration RING_UNKNOWN = Duration.ofMinutes(2);

  /** Setting: how long an agent may write after a talk before the next caller may come. */
  static final String WRAP_UP_KEY = "durchkommen.agents.wrap-up";

  static final Duration WRAP_UP = Duration.ofSeconds(60);
  static final Duration SHORTEST_WRAP_UP = Duration.ofSeconds(5);
  static final Duration LONGEST_WRAP_UP = Duration.ofMinutes(10);

  /** Who has not been ready for so long has gone home. */
  static final Duration LONGEST_AWAY = Duration.ofHours(12);

  /** How often time limits are looked at. */
  static final Duration TICK = Duration.ofSeconds(1);

  /** How often changes of other nodes are looked for. */
  static final Duration WATCH = Duration.ofMillis(400);

  /** How often the rows are compared with the exchange. */
  static final Duration COMPARED = Duration.ofSeconds(15);

  /** A talk that is younger may not be in the exchange's answer yet. */
  static final Duration YOUNG = Duration.ofSeconds(5);

  /** So long the end of a talk waits for the news of what ended it, and how often it looks. */
  static final Duration NEWS = Duration.ofMillis(1_500);

  static final Duration NEWS_PAUSE = Duration.ofMillis(100);

  /** So many news of the exchange wait to be written. */
  static final int MOST_NEWS = 10_000;

  /** What could not be written so long is given up; the comparison finds it. */
  static final Duration NEWS_KEPT = Duration.ofSeconds(30);

  /** So many handovers wait for the database. */
  static final int MOST_UNWRITTEN = 2_000;

  /** Handovers, and what talks say of people, are forgotten after so long. */
  static final Duration MEMORY = Duration.ofDays(30);

  /** How often old ones are looked for, and how many go at once. */
  static final Duration CLEANING = Duration.ofMinutes(10);

  static final int CLEANED_AT_ONCE = 1_000;

  /** So often a row that others change meanwhile is read again. */
  static final int TRIES = 20;

  /** The longest note of a talk, in characters. */
  static final int LONGEST_NOTE = 1_000;

  private AgentLimits() {}

  /** The time now as columns can hold it. */
  static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
