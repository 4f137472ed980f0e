package de.durchkommen.bench;

import java.util.Arrays;

/** Times that many threads note, up to a number that is known before. */
final class Latencies {
  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

  private final long[] nanoseconds;
  private int count;

  Latencies(int most) {
    this.nanoseconds = new long[most];
  }

  /** Notes one; those beyond the number are dropped. */
  synchronized void add(long time) {
    if (count < nanoseconds.length) {
      nanoseconds[count++] = time;
    }
  }

  synchronized int count() {
    return count;
  }

  /**
   * The time that this share of all did not take longer than, in milliseconds; by the nearest rank.
   *
   * @param share from 0 to 1
   */
  synchronized double milliseconds(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanoseconds, count);
    Arrays.sort(sorted);
    int rank = Math.clamp((int) Math.ceil(share * count), 1, count);
    return sorted[rank - 1] / NANOSECONDS_PER_MILLISECOND;
  }
}
