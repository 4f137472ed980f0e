package de.durchkommen.voice;

import java.util.Arrays;

/**
 * Lowers the loudest moments of a sound, so that the rest of it can be louder.
 *
 * <p>Looked at is the true peak (ITU-R BS.1770-5, annex 2): the sound between its samples, at four
 * times their rate. The gain that each moment needs is held for {@link #REACH_SECONDS} around it
 * and then smoothed by two means over half of that, so it is never above what any moment needs, and
 * changes too slowly to be heard as a crackle.
 */
final class Limiter {
  /** Nothing goes above this, in dB below full scale. */
  static final double CEILING_DB = -1;

  /** Longer than a period of the deepest voice: its waves keep their shape. */
  private static final double REACH_SECONDS = 0.015;

  /** Samples between two samples that are looked at, and one of the two. */
  private static final int OVERSAMPLING = 4;

  /** Part of what the rate can carry that is looked at between samples. */
  private static final double LOOKED_AT = 0.44;

  /** Samples below this part of the loudest one have no peak beside them that matters. */
  private static final double LOOKED_BETWEEN = 0.3;

  private final float[] samples;
  private final int half;
  private final double[] peaks;

  Limiter(float[] samples, int rate) {
    this.samples = samples;
    this.half = (int) (REACH_SECONDS * rate / 2);
    this.peaks = held(truePeaks(samples, rate), 2 * half);
  }

  /** The sound, this many times as loud where that stays below the ceiling. */
  float[] louder(double gain) {
    double[] gains = new double[samples.length];
    for (int i = 0; i < gains.length; i++) {
      gains[i] = Math.min(gain, ceiling() / Math.max(peaks[i], 1e-9));
    }
    double[] smooth = mean(mean(gains, half), half);
    float[] result = new float[samples.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) (samples[i] * smooth[i]);
    }
    return result;
  }

  /** The largest value at or between the samples. */
  static double truePeak(float[] samples, int rate) {
    return Arrays.stream(truePeaks(samples, rate)).max().orElse(0);
  }

  static double ceiling() {
    return Math.pow(10, CEILING_DB / 20);
  }

  /**
   * The largest value around each sample, as far as its neighbours. Looked between are those that
   * are not far below the loudest one, since speech has little near half the rate, where more could
   * be hidden; all others would take most of the time.
   */
  private static double[] truePeaks(float[] samples, int rate) {
    var between = new Resampler(rate, OVERSAMPLING * rate, LOOKED_AT * rate);
    double[] peaks = new double[samples.length];
    double loudest = 0;
    for (int i = 0; i < samples.length; i++) {
      peaks[i] = Math.abs(samples[i]);
      loudest = Math.max(loudest, peaks[i]);
    }
    double limit = loudest * LOOKED_BETWEEN;
    for (int i = 0; i + 1 < samples.length; i++) {
      if (Math.max(Math.abs(samples[i]), Math.abs(samples[i + 1])) >= limit) {
        for (int j = OVERSAMPLING * i + 1; j < OVERSAMPLING * (i + 1); j++) {
          double value = Math.abs(between.at(samples, j));
          peaks[i] = Math.max(peaks[i], value);
          peaks[i + 1] = Math.max(peaks[i + 1], value);
        }
      }
    }
    return peaks;
  }

  /** The largest of the values at most this far away. Candidates wait in a falling row. */
  private static double[] held(double[] values, int reach) {
    double[] held = new double[values.length];
    int[] row = new int[values.length];
    int first = 0;
    int last = 0;
    int next = 0;
    for (int i = 0; i < held.length; i++) {
      for (; next < values.length && next <= i + reach; next++) {
        while (last > first && values[row[last - 1]] <= values[next]) {
          last--;
        }
        row[last++] = next;
      }
      while (row[first] < i - reach) {
        first++;
      }
      held[i] = values[row[first]];
    }
    return held;
  }

  /** The mean of the values at most this far away; beyond the ends they go on as they end. */
  private static double[] mean(double[] values, int reach) {
    if (values.length == 0) {
      return values;
    }
    double[] sums = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      sums[i + 1] = sums[i] + values[i];
    }
    double[] mean = new double[values.length];
    for (int i = 0; i < mean.length; i++) {
      int from = Math.max(0, i - reach);
      int to = Math.min(values.length, i + reach + 1);
      double outside =
          (from - (i - reach)) * values[0] + (i + reach + 1 - to) * values[values.length - 1];
      mean[i] = (sums[to] - sums[from] + outside) / (2 * reach + 1);
    }
    return mean;
  }
}
