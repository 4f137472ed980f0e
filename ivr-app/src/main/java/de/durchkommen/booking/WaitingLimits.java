package de.durchkommen.booking;

import java.time.Duration;

/** The numbers of the waiting list. */
final class WaitingLimits {
  /** Setting: how long a pair is kept for somebody who waits. */
  static final String KEPT_KEY = "durchkommen.waiting.offer";

  /** How long that is when nobody says otherwise. */
  static final Duration KEPT = Duration.ofHours(2);

  /** Nobody is offered a pair that they would have to accept sooner than this. */
  static final Duration SHORTEST = Duration.ofMinutes(30);

  /** Who names no centre waits for all that are as near as this: an hour's way by car or less. */
  static final double NEAR_KM = 50;

  /** So many of a line are offered a pair by one transaction. */
  static final int TOGETHER = Limits.TOGETHER;

  /** How often the list is looked at when nobody calls. */
  static final Duration RUN = Duration.ofSeconds(10);

  /** So many transactions offer pairs in one run. */
  static final int ROUNDS = 100;

  /** So many offers end, or are called about, in one transaction. */
  static final int AT_ONCE = 100;

  /** How often somebody is called about one offer. */
  static final int CALLS = 3;

  /** A call that nobody said was placed is tried again after so long: its process is gone. */
  static final Duration LEASE = Duration.ofMinutes(1);

  /** Nobody counts further than this how many stand before somebody. */
  static final int LONGEST_COUNT = 1_000;

  private WaitingLimits() {}
}
