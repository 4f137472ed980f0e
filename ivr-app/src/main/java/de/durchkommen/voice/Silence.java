package de.durchkommen.voice;

import java.util.Arrays;

/** The silence around speech, which every engine measures out differently. */
final class Silence {
  /** Before the first sound: enough for a line to open, too short to be noticed. */
  static final int REST_BEFORE = Resampler.TELEPHONE_RATE * 60 / 1_000;

  /** After the last sound: the breath between two sentences that are played one after the other. */
  static final int REST_AFTER = Resampler.TELEPHONE_RATE * 250 / 1_000;

  /** What lies this much below the loudest moment is silence. */
  private static final double SILENCE_DB = -45;

  private static final int FRAME = Resampler.TELEPHONE_RATE / 100;

  private Silence() {}

  /**
   * The speech with exactly {@link #REST_BEFORE} and {@link #REST_AFTER} around it, in samples.
   *
   * @return empty if there is silence only
   */
  static float[] trimmed(float[] samples) {
    double[] frames = framePowers(samples);
    double loudest = Arrays.stream(frames).max().orElse(0);
    double limit = loudest * Math.pow(10, SILENCE_DB / 10);
    int first = 0;
    while (first < frames.length && frames[first] <= limit) {
      first++;
    }
    if (first == frames.length) {
      return new float[0];
    }
    int last = frames.length - 1;
    while (frames[last] <= limit) {
      last--;
    }
    return rested(samples, first * FRAME, Math.min(samples.length, (last + 1) * FRAME));
  }

  private static float[] rested(float[] samples, int from, int to) {
    float[] result = new float[REST_BEFORE + (to - from) + REST_AFTER];
    int before = Math.min(from, REST_BEFORE);
    int after = Math.min(samples.length - to, REST_AFTER);
    System.arraycopy(
        samples, from - before, result, REST_BEFORE - before, before + (to - from) + after);
    return result;
  }

  private static double[] framePowers(float[] samples) {
    double[] powers = new double[(samples.length + FRAME - 1) / FRAME];
    for (int i = 0; i < samples.length; i++) {
      powers[i / FRAME] += (double) samples[i] * samples[i];
    }
    return powers;
  }
}
