package de.durchkommen.voice;

import java.util.Arrays;

/**
 * The power of a sound in steps of time, and what of it is speech. Powers are in dB below full
 * scale.
 */
final class SoundFrames {
  /** Two periods of hum: a step is as loud wherever it begins. */
  static final double STEP_SECONDS = 0.02;

  /** What silence is taken for that has no power at all. */
  static final double NOTHING_DB = -120;

  private final double[] decibels;
  private final int step;

  /** So much must be between speech and silence; nearer to the floor, noise is taken for speech. */
  private static final double ABOVE_FLOOR_DB = 6;

  private SoundFrames(double[] decibels, int step) {
    this.decibels = decibels;
    this.step = step;
  }

  static SoundFrames of(float[] samples, int rate) {
    int step = (int) Math.round(rate * STEP_SECONDS);
    double[] decibels = new double[samples.length / step];
    for (int i = 0; i < decibels.length; i++) {
      double sum = 0;
      for (int j = i * step; j < (i + 1) * step; j++) {
        sum += (double) samples[j] * samples[j];
      }
      decibels[i] = Math.max(NOTHING_DB, 10 * Math.log10(sum / step + 1e-15));
    }
    return new SoundFrames(decibels, step);
  }

  double loudest() {
    return Arrays.stream(decibels).max().orElse(NOTHING_DB);
  }

  /** Below this are the quietest twentieth of all steps: what is heard where nobody speaks. */
  double floor() {
    double[] sorted = decibels.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? NOTHING_DB : sorted[sorted.length / 20];
  }

  /** Mean power of the steps that are at most 20 dB below the loudest: of what is spoken. */
  double speech() {
    double limit = loudest() - 20;
    double mean =
        Arrays.stream(decibels)
            .filter(step -> step >= limit)
            .map(db -> Math.pow(10, db / 10))
            .average()
            .orElse(0);
    return mean == 0 ? NOTHING_DB : 10 * Math.log10(mean);
  }

  /** The first sample of what is at most so far below the loudest moment. */
  int begin(double below) {
    double limit = limit(below);
    int frame = 0;
    while (frame < decibels.length && decibels[frame] < limit) {
      frame++;
    }
    return frame * step;
  }

  /** The end of what is at most so far below the loudest moment, in samples. */
  int end(double below) {
    double limit = limit(below);
    int frame = decibels.length;
    while (frame > 0 && decibels[frame - 1] < limit) {
      frame--;
    }
    return frame * step;
  }

  private double limit(double below) {
    return Math.min(loudest(), Math.max(loudest() - below, floor() + ABOVE_FLOOR_DB));
  }
}
