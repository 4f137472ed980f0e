package de.durchkommen.launch.phone;

/**
 * Sound of 16 kHz as sound of 8 kHz, and the other way round.
 *
 * <p>Both ways the sound of 16 kHz goes through one low-pass: a sinc of cut-off fc under a Blackman
 * window, {@code h(n) = 2·fc·sinc(2·fc·n)·w(n)} (S. W. Smith, "The Scientist and Engineer's Guide
 * to Digital Signal Processing", chapter 16). So nothing above 4 kHz folds back into what is left,
 * and there is no mirror image in what is made. The filter is symmetrical, and its delay is taken
 * off: each sound stays in its place.
 */
final class TelephoneBand {
  /**
   * Samples on either side that count. The window needs 5.5 / (2·80 + 1) of the rate, 550 Hz, from
   * what it passes to what it does not.
   */
  private static final int REACH = 80;

  /** In the middle of these 550 Hz: up to 3.4 kHz all passes, from 4 kHz on nothing does. */
  private static final double CUT_OFF = 3_700.0 / Recording.WIDE_RATE;

  private static final double[] LOW_PASS = lowPass();

  private TelephoneBand() {}

  /** Every second sample of the low part of sound of 16 kHz. */
  static short[] narrowed(short[] wide) {
    short[] narrow = new short[(wide.length + 1) / 2];
    for (int i = 0; i < narrow.length; i++) {
      int centre = 2 * i;
      double sum = 0;
      int last = Math.min(centre + REACH, wide.length - 1);
      for (int at = Math.max(0, centre - REACH); at <= last; at++) {
        sum += wide[at] * LOW_PASS[at - centre + REACH];
      }
      narrow[i] = rounded(sum);
    }
    return narrow;
  }

  /** The same sound in 16 kHz: the samples in between are zero before the low-pass fills them. */
  static short[] widened(short[] narrow) {
    short[] wide = new short[2 * narrow.length];
    for (int i = 0; i < wide.length; i++) {
      double sum = 0;
      int last = Math.min((i + REACH) / 2, narrow.length - 1);
      for (int at = Math.max(0, (i - REACH + 1) / 2); at <= last; at++) {
        sum += narrow[at] * LOW_PASS[2 * at - i + REACH];
      }
      wide[i] = rounded(2 * sum);
    }
    return wide;
  }

  private static short rounded(double sample) {
    return (short) Math.clamp(Math.round(sample), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** Scaled to a sum of one, so that constant sound stays as it is. */
  private static double[] lowPass() {
    double[] weights = new double[2 * REACH + 1];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double turn = Math.PI * (i + 1) / (REACH + 1);
      double window = 0.42 - 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn);
      weights[i] = sinc(2 * CUT_OFF * (i - REACH)) * window;
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
