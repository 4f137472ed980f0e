package de.durchkommen.voice;

import java.util.Arrays;

/** The silence around and within speech, which every engine measures out differently. */
final class Silence {
  /** Before the first sound: enough for a line to open, too short to be noticed. */
  static final double REST_BEFORE = 0.06;

  /** After the last sound: the breath between two sentences that are played one after the other. */
  static final double REST_AFTER = 0.25;

  /** Within speech, in seconds: after more than that callers think that it is over. */
  static final double MOST_PAUSE = 0.7;

  /** What lies this much below the loudest moment is silence. */
  private static final double SILENCE_DB = -45;

  private static final int STEPS_A_SECOND = 100;

  /** {@link #MOST_PAUSE} in steps; those on either side of a pause may be quiet nearly whole. */
  private static final int LONGEST_PAUSE = (int) Math.round(MOST_PAUSE * STEPS_A_SECOND) - 2;

  /** For finished sounds. */
  private static final int FINE_STEPS_A_SECOND = 200;

  private final int rate;
  private final int step;
  private final double[] powers;
  private final double limit;

  private Silence(float[] samples, int rate) {
    this.rate = rate;
    this.step = rate / STEPS_A_SECOND;
    this.powers = powers(samples, step);
    this.limit = Arrays.stream(powers).max().orElse(0) * Math.pow(10, SILENCE_DB / 10);
  }

  /**
   * The speech with exactly {@link #REST_BEFORE} and {@link #REST_AFTER} around it, in seconds, and
   * no pause above 0.7 s in it.
   *
   * @return empty if there is silence only
   */
  static float[] trimmed(float[] samples, int rate) {
    var silence = new Silence(samples, rate);
    int first = silence.first();
    if (first == silence.powers.length) {
      return new float[0];
    }
    int end = Math.min(samples.length, (silence.last() + 1) * silence.step);
    float[] rested = silence.rested(samples, first * silence.step, end);
    return new Silence(rested, rate).shortened(rested);
  }

  /**
   * The longest time between two moments of speech in which no step of 5 ms is as loud as that, in
   * seconds. The rest before and after the speech is no pause.
   *
   * @param decibel power in dB below full scale
   */
  static double longestPause(float[] samples, int rate, double decibel) {
    int step = rate / FINE_STEPS_A_SECOND;
    double[] powers = powers(samples, step);
    double limit = step * Math.pow(10, decibel / 10);
    int longest = 0;
    int loud = -1;
    for (int i = 0; i < powers.length; i++) {
      if (powers[i] >= limit) {
        longest = loud < 0 ? 0 : Math.max(longest, i - loud - 1);
        loud = i;
      }
    }
    return longest * step / (double) rate;
  }

  private boolean isQuiet(int at) {
    return powers[at] <= limit;
  }

  private int first() {
    int first = 0;
    while (first < powers.length && isQuiet(first)) {
      first++;
    }
    return first;
  }

  private int last() {
    int last = powers.length - 1;
    while (isQuiet(last)) {
      last--;
    }
    return last;
  }

  private float[] rested(float[] samples, int from, int to) {
    int rest = (int) Math.round(REST_BEFORE * rate);
    int restAfter = (int) Math.round(REST_AFTER * rate);
    float[] result = new float[rest + (to - from) + restAfter];
    int before = Math.min(from, rest);
    int after = Math.min(samples.length - to, restAfter);
    System.arraycopy(samples, from - before, result, rest - before, before + (to - from) + after);
    return result;
  }

  /** Takes the middle out of each pause that is too long. */
  private float[] shortened(float[] samples) {
    float[] result = new float[samples.length];
    int length = 0;
    int from = 0;
    int quiet = 0;
    for (int i = 0; i < powers.length; i++) {
      if (isQuiet(i)) {
        quiet++;
        continue;
      }
      if (quiet > LONGEST_PAUSE) {
        int cut = (i - quiet + LONGEST_PAUSE / 2) * step;
        length = appended(samples, from, cut, result, length);
        from = (i - LONGEST_PAUSE / 2) * step;
      }
      quiet = 0;
    }
    return Arrays.copyOf(result, appended(samples, from, samples.length, result, length));
  }

  /** Adds a stretch, its first step faded into the last one before it: a cut would click. */
  private int appended(float[] samples, int from, int to, float[] result, int length) {
    int common = Math.min(step, length);
    int at = length - common;
    for (int i = 0; i < common; i++) {
      float part = (i + 0.5f) / common;
      result[at + i] = (1 - part) * result[at + i] + part * samples[from + i];
    }
    System.arraycopy(samples, from + common, result, length, to - from - common);
    return at + (to - from);
  }

  private static double[] powers(float[] samples, int step) {
    double[] powers = new double[(samples.length + step - 1) / step];
    for (int i = 0; i < samples.length; i++) {
      powers[i / step] += (double) samples[i] * samples[i];
    }
    return powers;
  }
}
