package de.durchkommen.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The numbers of the API. */
final class ApiLimits {
  /** Clients are read again after so long. */
  static final Duration CLIENTS_FRESH = Duration.ofSeconds(2);

  /** What was read serves for so long, when it cannot be read again: a revoked key is out then. */
  static final Duration CLIENTS_AGE = Duration.ofSeconds(5);

  /** The largest body, in bytes, but for files ({@link #isFile}) that a resource streams. */
  static final int LARGEST_BODY = 64 * 1024;

  /** Bodies of these types are limited by the resource that takes them. */
  private static final List<String> FILE_TYPES = List.of("text/csv", "audio/");

  /** When to ask again after too many requests at once, in seconds. */
  static final int AGAIN_SECONDS = 1;

  /** Who does a request has given up when there is no answer after so long. */
  static final Duration UNDER_WAY = Duration.ofSeconds(30);

  /** An answer is kept for a request that is sent again for so long. */
  static final Duration ANSWER_KEPT = Duration.ofHours(24);

  /** How often old answers are looked for, and how many of them go at once. */
  static final Duration CLEANING = Duration.ofMinutes(10);

  static final int CLEANED_AT_ONCE = 10_000;

  private ApiLimits() {}

  /** Whether a body of this type is a file. */
  static boolean isFile(String mediaType) {
    String type = mediaType.toLowerCase(Locale.ROOT).strip();
    return FILE_TYPES.stream().anyMatch(type::startsWith);
  }

  /** The time now as columns can hold it, so that what is stored is what was said. */
  static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
