package de.durchkommen.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How unevenly people are let in: the variance of how many in equal times, as a share of their
 * mean. It is 1 when each comes by chance alone, and more when they come in batches.
 */
final class Dispersion {
  private static final int PARTS_LEAST = 6;
  private static final int PARTS_MOST = 20;
  private static final int PART_MEAN = 5;

  /** A line that was filled at once does not say that it goes on like this. */
  private static final double MOST = 4;

  private Dispersion() {}

  /** Of these times, newest first; 1 for few, and never less. */
  static double of(List<Instant> admissions, Instant now) {
    int parts = Math.min(PARTS_MOST, admissions.size() / PART_MEAN);
    if (parts < PARTS_LEAST) {
      return 1;
    }
    Instant first = admissions.getLast();
    double seconds = Math.max(1, Duration.between(first, now).toMillis()) / 1e3;
    int[] counts = new int[parts];
    for (Instant admission : admissions) {
      double age = Duration.between(first, admission).toMillis() / 1e3;
      counts[Math.clamp((long) (age / seconds * parts), 0, parts - 1)]++;
    }
    return Math.clamp(variance(counts) * parts / admissions.size(), 1, MOST);
  }

  private static double variance(int[] counts) {
    double mean = 0;
    for (int count : counts) {
      mean += (double) count / counts.length;
    }
    double sum = 0;
    for (int count : counts) {
      sum += (count - mean) * (count - mean);
    }
    return sum / (counts.length - 1);
  }
}
