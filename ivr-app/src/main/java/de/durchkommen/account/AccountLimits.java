package de.durchkommen.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The numbers of accounts, logins and sessions. */
final class AccountLimits {
  /** A session ends after so long, however much it is used. */
  static final Duration SESSION_AT_MOST = Duration.ofHours(12);

  /** What {@code durchkommen.session.idle} may be. */
  static final Duration SHORTEST_IDLE = Duration.ofMinutes(1);

  /**
   * The use of a session is written down when the last one written down is a this-many-th part of
   * the idle time ago: by so much it may end too early.
   */
  static final int USES_NOTED = 30;

  /** So many sessions of one account at once; the oldest one ends for a further one. */
  static final int SESSIONS = 10;

  /** So many requests of one account under way at once. */
  static final int REQUESTS_AT_ONCE = 8;

  /** Wrong tries in a row are forgotten so long after the last one. */
  static final Duration TRIES_KEPT = Duration.ofHours(24);

  /** How often ended sessions and old tries are looked for, and how many of each go at once. */
  static final Duration CLEANING = Duration.ofMinutes(10);

  static final int CLEANED_AT_ONCE = 10_000;

  /** The longest name that somebody can type at the login, in characters. */
  static final int LONGEST_TYPED_NAME = 100;

  /** The longest password that somebody can type, in characters, before it is normalised. */
  static final int LONGEST_TYPED_PASSWORD = 512;

  private AccountLimits() {}

  /** The time now as columns can hold it. */
  static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
