package de.durchkommen.queue;

import java.time.Duration;
import java.util.Optional;

/** Ranges in the numbers that people use when they say how long something takes. */
final class SpokenRange {
  private static final int[] MINUTES = {1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240};
  private static final double SECONDS = 60;

  private SpokenRange() {}

  /**
   * The narrowest range in such numbers with both ends within it.
   *
   * @param low seconds, 0 or more
   * @param high seconds, no less than {@code low}
   * @return empty when it would say nothing: from less than a minute to more than four hours
   */
  static Optional<WaitRange> around(double low, double high) {
    int from = below(low / SECONDS);
    Optional<Duration> until = above(high / SECONDS);
    if (from == 0 && until.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new WaitRange(Duration.ofMinutes(from), until));
  }

  private static int below(double minutes) {
    int below = 0;
    for (int step : MINUTES) {
      below = step < minutes ? step : below;
    }
    return below;
  }

  private static Optional<Duration> above(double minutes) {
    for (int step : MINUTES) {
      if (step >= minutes) {
        return Optional.of(Duration.ofMinutes(step));
      }
    }
    return Optional.empty();
  }
}
