package de.durchkommen.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ranges in the numbers that people use when they say how long something takes. */
final class SpokenRange {
  /** All that can be used; there are words for each. */
  static final List<Integer> MINUTES =
      List.of(1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240);

  private static final double SECONDS = 60;

  private SpokenRange() {}

  /**
   * The narrowest range in such numbers with both ends within it.
   *
   * @param low seconds, 0 or more
   * @param high seconds, no less than {@code low}
   * @param used which of {@link #MINUTES} are used, rising
   * @return empty when it would say nothing: from less than the first to more than the last
   */
  static Optional<WaitRange> around(double low, double high, List<Integer> used) {
    int from = below(low / SECONDS, used);
    Optional<Duration> until = above(high / SECONDS, used);
    if (from == 0 && until.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new WaitRange(Duration.ofMinutes(from), until));
  }

  private static int below(double minutes, List<Integer> used) {
    int below = 0;
    for (int step : used) {
      below = step < minutes ? step : below;
    }
    return below;
  }

  private static Optional<Duration> above(double minutes, List<Integer> used) {
    for (int step : used) {
      if (step >= minutes) {
        return Optional.of(Duration.ofMinutes(step));
      }
    }
    return Optional.empty();
  }
}
