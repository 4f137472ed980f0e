package de.durchkommen.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The limits against guessing. */
final class Lock {
  /** So many wrong tries in a row, over all calls, lock a code. */
  static final int WRONG_TRIES = 5;

  /** For so long. */
  static final Duration TIME = Duration.ofHours(1);

  /** Tries are forgotten when there was none for so long: longer than any lock. */
  static final Duration MEMORY = Duration.ofHours(24);

  /** How often old ones are looked for, and how many of them go at once. */
  static final Duration CLEANING = Duration.ofMinutes(10);

  static final int CLEANED_AT_ONCE = 10_000;

  private Lock() {}

  /** As it is stored; the columns hold milliseconds. */
  static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
  }
}
