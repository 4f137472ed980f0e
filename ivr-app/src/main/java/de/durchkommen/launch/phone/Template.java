package de.durchkommen.launch.phone;

import java.util.Arrays;

/** What is looked for: t(x) − t̄ of a stretch of sound. */
final class Template {
  private final double[] centred;
  private final double norm;

  private Template(double[] centred, double norm) {
    this.centred = centred;
    this.norm = norm;
  }

  /** All of a sound. */
  static Template of(short[] samples) {
    double mean = 0;
    for (short sample : samples) {
      mean += (double) sample / samples.length;
    }
    double[] centred = new double[samples.length];
    double square = 0;
    for (int i = 0; i < centred.length; i++) {
      centred[i] = samples[i] - mean;
      square += centred[i] * centred[i];
    }
    boolean silent = square < Energy.SILENCE_RMS * Energy.SILENCE_RMS * centred.length;
    return new Template(centred, silent ? 0 : Math.sqrt(square));
  }

  /** A sound from one sample to before another. */
  static Template of(short[] samples, int from, int to) {
    return of(Arrays.copyOfRange(samples, from, to));
  }

  /** The samples without their mean, not to be written to. */
  double[] centred() {
    return centred;
  }

  /** √ Σ (t − t̄)²; 0 if the stretch is silent, which is found nowhere. */
  double norm() {
    return norm;
  }

  int length() {
    return centred.length;
  }
}
