package de.durchkommen.queue;

import java.time.Duration;
import java.time.Instant;

/**
 * How many dialogues are let in at once: as many as the settings say while the database answers
 * quickly, and fewer while it is slow.
 *
 * <p>When answers become slow at some number of dialogues, that number is what the database can
 * bear, and three quarters of it are let in from then on; after a while without a slow answer it is
 * felt for more, step by step (additive increase, multiplicative decrease: Chiu and Jain, "Analysis
 * of the increase and decrease algorithms for congestion avoidance", 1989).
 *
 * <p>For several threads: one that the database has left behind may still ask.
 */
final class Inlet {
  /** An answer that takes longer is slow: a caller hears nothing meanwhile. */
  static final Duration SLOW = Duration.ofMillis(500);

  /** The share of what the database can bear. */
  static final double TARGET = 0.75;

  /** A cut has to show what it does before the next one. */
  static final Duration CUT = Duration.ofSeconds(2);

  /** So long without a slow answer, and more are let in. */
  static final Duration CALM = Duration.ofSeconds(10);

  /** How often more are let in then. */
  static final Duration STEP = Duration.ofSeconds(1);

  /** One step lets in one more, and this share of those who are let in. */
  static final double GROWTH = 0.05;

  private final Duration tolerated;
  private int ceiling = Integer.MAX_VALUE;
  private Instant cut = Instant.MIN;
  private Instant slow = Instant.MIN;
  private Instant grown = Instant.MIN;

  Inlet() {
    this(SLOW);
  }

  /**
   * An inlet.
   *
   * @param tolerated an answer that takes longer is slow
   */
  Inlet(Duration tolerated) {
    this.tolerated = tolerated;
  }

  /**
   * The database has answered.
   *
   * @param took the slowest answer of late
   * @param running how many dialogues there were
   */
  synchronized void answered(Duration took, int running, Instant at) {
    if (took.compareTo(tolerated) > 0) {
      silent(running, at);
    }
  }

  /** The database did not answer, or slowly. */
  synchronized void silent(int running, Instant at) {
    slow = at;
    if (isOver(cut, CUT, at)) {
      cut = at;
      int capacity = Math.min(Math.max(running, 1), ceiling);
      ceiling = Math.max(1, (int) (capacity * TARGET));
    }
  }

  /** How many are let in now, 1 or more, and no more than set. */
  synchronized int limit(int set, Instant at) {
    if (ceiling < set && isOver(slow, CALM, at) && isOver(grown, STEP, at)) {
      grown = at;
      ceiling = Math.min(set, ceiling + 1 + (int) (ceiling * GROWTH));
    }
    if (ceiling >= set) {
      ceiling = Integer.MAX_VALUE;
    }
    return Math.min(set, ceiling);
  }

  private static boolean isOver(Instant since, Duration pause, Instant now) {
    return since.equals(Instant.MIN) || !since.plus(pause).isAfter(now);
  }
}
