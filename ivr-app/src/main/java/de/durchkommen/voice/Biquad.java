package de.durchkommen.voice;

/**
 * A filter of second order: {@code y[n] = b0·x[n] + b1·x[n-1] + b2·x[n-2] - a1·y[n-1] - a2·y[n-2]}.
 *
 * <p>The coefficients are those of analogue filters, brought to the rate of the sound by the
 * bilinear transform with the named frequency kept, {@code K = tan(π·f/rate)}; so they fit any
 * rate, where ITU-R BS.1770 prints them for 48 kHz only.
 */
record Biquad(double b0, double b1, double b2, double a1, double a2) {
  /** What lies below the frequency is lowered, by 12 dB an octave. */
  static Biquad highPass(double hertz, double quality, int rate) {
    double k = Math.tan(Math.PI * hertz / rate);
    double scale = 1 + k / quality + k * k;
    return new Biquad(
        1 / scale,
        -2 / scale,
        1 / scale,
        2 * (k * k - 1) / scale,
        (1 - k / quality + k * k) / scale);
  }

  /**
   * What lies above the frequency is raised.
   *
   * @param bend exponent of the gain half way up: 0.5 for a symmetrical slope
   */
  static Biquad highShelf(double hertz, double quality, double decibels, double bend, int rate) {
    double k = Math.tan(Math.PI * hertz / rate);
    double high = Math.pow(10, decibels / 20);
    double middle = Math.pow(high, bend);
    double scale = 1 + k / quality + k * k;
    return new Biquad(
        (high + middle * k / quality + k * k) / scale,
        2 * (k * k - high) / scale,
        (high - middle * k / quality + k * k) / scale,
        2 * (k * k - 1) / scale,
        (1 - k / quality + k * k) / scale);
  }

  /** The filtered sound; silence is assumed before it. */
  float[] filtered(float[] samples) {
    float[] result = new float[samples.length];
    double first = 0;
    double second = 0;
    for (int i = 0; i < samples.length; i++) {
      double out = b0 * samples[i] + first;
      first = b1 * samples[i] - a1 * out + second;
      second = b2 * samples[i] - a2 * out;
      result[i] = (float) out;
    }
    return result;
  }
}
