package de.durchkommen.launch.phone;

/**
 * A low-pass: a sinc of cut-off fc under a Blackman window, {@code h(n) = 2·fc·sinc(2·fc·n)·w(n)}
 * (S. W. Smith, "The Scientist and Engineer's Guide to Digital Signal Processing", chapter 16). The
 * filter is symmetrical, and its delay is taken off: each sound stays in its place.
 */
final class LowPass {
  private final int reach;
  private final double[] weights;

  /**
   * Designs the filter; between what it passes and what it does not lie 5.5 / (2·reach + 1) of the
   * rate.
   *
   * @param reach samples on either side that count
   * @param cutOff as a part of the rate, in the middle between the two
   */
  LowPass(int reach, double cutOff) {
    this.reach = reach;
    this.weights = weights(reach, cutOff);
  }

  /** One sample of the low part of a sound; around it there is silence. */
  double at(short[] samples, int centre) {
    double sum = 0;
    int last = Math.min(centre + reach, samples.length - 1);
    for (int at = Math.max(0, centre - reach); at <= last; at++) {
      sum += samples[at] * weights[at - centre + reach];
    }
    return sum;
  }

  /** Every so manieth sample of the low part of a sound, from the first on. */
  short[] thinned(short[] samples, int by) {
    short[] thin = new short[(samples.length + by - 1) / by];
    for (int i = 0; i < thin.length; i++) {
      thin[i] = rounded(at(samples, by * i));
    }
    return thin;
  }

  /**
   * The low part of a sound with twice as many samples, which are zero between those of the sound
   * before this fills them.
   */
  short[] doubled(short[] samples) {
    short[] wide = new short[2 * samples.length];
    for (int i = 0; i < wide.length; i++) {
      double sum = 0;
      int last = Math.min((i + reach) / 2, samples.length - 1);
      for (int at = Math.max(0, (i - reach + 1) / 2); at <= last; at++) {
        sum += samples[at] * weights[2 * at - i + reach];
      }
      wide[i] = rounded(2 * sum);
    }
    return wide;
  }

  private static short rounded(double sample) {
    return (short) Math.clamp(Math.round(sample), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** Scaled to a sum of one, so that constant sound stays as it is. */
  private static double[] weights(int reach, double cutOff) {
    double[] weights = new double[2 * reach + 1];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double turn = Math.PI * (i + 1) / (reach + 1);
      double window = 0.42 - 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn);
      weights[i] = sinc(2 * cutOff * (i - reach)) * window;
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }
}
