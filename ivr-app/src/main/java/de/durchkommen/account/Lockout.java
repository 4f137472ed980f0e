package de.durchkommen.account;

import java.time.Duration;

/** How long nobody can log in under a name after wrong passwords in a row. */
final class Lockout {
  /** So many wrong ones are free. */
  static final int TRIES = 5;

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** With this the longest is reached. */
  private static final int MOST_DOUBLINGS = 6;

  private Lockout() {}

  /**
   * A minute after the fifth, then twice as long after each further one, up to an hour.
   *
   * @param tries wrong passwords in a row, 0 or more
   * @return zero when there is no lock yet
   */
  static Duration after(int tries) {
    if (tries < TRIES) {
      return Duration.ZERO;
    }
    Duration lock = FIRST.multipliedBy(1L << Math.min(tries - TRIES, MOST_DOUBLINGS));
    return lock.compareTo(LONGEST) > 0 ? LONGEST : lock;
  }
}
