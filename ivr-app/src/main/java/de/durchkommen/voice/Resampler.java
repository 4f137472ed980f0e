package de.durchkommen.voice;

/**
 * Brings sound to another rate, without what would fold back.
 *
 * <p>Band-limited interpolation with a windowed sinc: every new sample is the sum of the old ones
 * around it, weighted with {@code h(t) = 2·fc·sinc(2·fc·t)·w(t)}, where w is a Kaiser window (J. O.
 * Smith, "Digital Audio Resampling", section on theory; J. F. Kaiser 1974 for beta and length: beta
 * = 0.1102·(A - 8.7), N = (A - 8) / (2.285·Δω)). The ratio of the rates is a fraction L/M, so there
 * are L different sets of weights; each is scaled to a sum of one, so that constant sound stays
 * constant.
 */
final class Resampler {
  /** Fewer samples a second than a telephone has are no speech. */
  static final int LEAST_RATE = 8_000;

  /** How much what must not pass is lowered: below the noise of G.711. */
  private static final double ATTENUATION_DB = 70;

  /** Where the source has less to pass than is wanted: this part of what it has. */
  private static final double PASSED = 0.875;

  private static final int BESSEL_TERMS = 40;

  private final int step;
  private final int phases;
  private final int reach;
  private final float[][] weights;

  /**
   * From one rate to another, in samples a second.
   *
   * @param pass up to here everything passes, in Hz; from half the lower rate on nothing does
   */
  Resampler(int from, int to, double pass) {
    if (from < LEAST_RATE) {
      throw new IllegalArgumentException("Too few samples a second: " + from);
    }
    int common = greatestCommonDivisor(from, to);
    this.step = from / common;
    this.phases = to / common;
    double stop = Math.min(from, to) / 2.0;
    double passed = Math.min(pass, PASSED * stop);
    double transition = 2 * Math.PI * (stop - passed) / from;
    this.reach = (int) Math.ceil((ATTENUATION_DB - 8) / (2.285 * transition) / 2);
    this.weights = new float[phases][];
    double cutOff = (passed + stop) / 2 / from;
    for (int phase = 0; phase < phases; phase++) {
      weights[phase] = weights((double) phase / phases, cutOff);
    }
  }

  /** The sound at the new rate; silence is assumed before and after it. */
  float[] resampled(float[] samples) {
    float[] result = new float[(int) ((long) samples.length * phases / step)];
    for (int i = 0; i < result.length; i++) {
      result[i] = at(samples, i);
    }
    return result;
  }

  /** One sample of the sound at the new rate, for those who need a few only. */
  float at(float[] samples, int index) {
    long at = (long) index * step;
    return weighted(samples, (int) (at / phases), weights[(int) (at % phases)]);
  }

  private float weighted(float[] samples, int centre, float[] weight) {
    int first = centre - reach + 1;
    int from = Math.max(0, -first);
    int to = Math.min(weight.length, samples.length - first);
    // Two sums that do not wait for each other: most of the time of a sentence is spent here.
    float even = 0;
    float odd = 0;
    int i = from;
    for (; i + 1 < to; i += 2) {
      even += samples[first + i] * weight[i];
      odd += samples[first + i + 1] * weight[i + 1];
    }
    return i < to ? even + odd + samples[first + i] * weight[i] : even + odd;
  }

  /** Weights of the samples around a point that lies this part of a sample after one. */
  private float[] weights(double part, double cutOff) {
    double beta = 0.1102 * (ATTENUATION_DB - 8.7);
    double[] exact = new double[2 * reach];
    double sum = 0;
    for (int i = 0; i < exact.length; i++) {
      double distance = i - reach + 1 - part;
      exact[i] = sinc(2 * cutOff * distance) * kaiser(distance / reach, beta);
      sum += exact[i];
    }
    float[] weight = new float[exact.length];
    for (int i = 0; i < exact.length; i++) {
      weight[i] = (float) (exact[i] / sum);
    }
    return weight;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double kaiser(double x, double beta) {
    return Math.abs(x) > 1 ? 0 : bessel(beta * Math.sqrt(1 - x * x)) / bessel(beta);
  }

  /** The modified Bessel function of the first kind and order 0, by its power series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; k <= BESSEL_TERMS; k++) {
      term *= (x / 2 / k) * (x / 2 / k);
      sum += term;
    }
    return sum;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
