package de.durchkommen.voice;

/** Brings recordings of different rates to one, so that they can be joined. */
final class RateChange {
  /** Zero crossings of the weights on each side. */
  private static final int REACH = 16;

  private RateChange() {}

  /** The sound at another rate; by a windowed sinc, below half of the lower rate. */
  static float[] of(float[] samples, int from, int to) {
    if (from == to) {
      return samples;
    }
    double cutOff = Math.min(1, (double) to / from) * 0.95;
    double reach = REACH / cutOff;
    float[] result = new float[(int) ((long) samples.length * to / from)];
    for (int i = 0; i < result.length; i++) {
      double centre = (double) i * from / to;
      int first = Math.max(0, (int) Math.ceil(centre - reach));
      int last = Math.min(samples.length - 1, (int) Math.floor(centre + reach));
      double sum = 0;
      for (int j = first; j <= last; j++) {
        sum += samples[j] * weight(j - centre, cutOff, reach);
      }
      result[i] = (float) sum;
    }
    return result;
  }

  private static double weight(double distance, double cutOff, double reach) {
    double x = Math.PI * distance * cutOff;
    double sinc = Math.abs(x) < 1e-9 ? 1 : Math.sin(x) / x;
    double window = 0.5 + 0.5 * Math.cos(Math.PI * distance / reach);
    return cutOff * sinc * window;
  }
}
