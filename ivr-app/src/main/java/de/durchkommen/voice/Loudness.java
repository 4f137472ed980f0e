package de.durchkommen.voice;

/**
 * Levels speech.
 *
 * <p>Measured is the mean power of those blocks in which somebody speaks, by the two gates of ITU-R
 * BS.1770-5 (blocks of 400 ms, each beginning 100 ms after the last; what is below an absolute
 * limit, then what is 10 dB below the mean of the rest, does not count), without its weighting of
 * frequencies, which is meant for programmes of full bandwidth.
 */
final class Loudness {
  /**
   * Mean power of the speech, in dB below digital overload. 6 dB louder than the -26 at which
   * telephone equipment is tested (ITU-T P.56, G.100.1), for those who hear badly; with the pauses
   * of speech it stays near the -15 dBm0 for which lines are planned (ITU-T G.223).
   */
  static final double TARGET_DB = -20;

  /** No sample goes above this, so that nothing clips in G.711. */
  static final double PEAK_DB = -1;

  private static final double ABSOLUTE_GATE_DB = -60;
  private static final double RELATIVE_GATE_DB = -10;
  private static final int BLOCK = Resampler.TELEPHONE_RATE * 4 / 10;
  private static final int HOP = Resampler.TELEPHONE_RATE / 10;

  private Loudness() {}

  /** The mean power of what is spoken, in dB; negative infinity for silence. */
  static double measuredDb(float[] samples) {
    double[] blocks = blockPowers(samples);
    double spoken = meanAbove(blocks, power(ABSOLUTE_GATE_DB));
    return decibel(meanAbove(blocks, spoken * power(RELATIVE_GATE_DB)));
  }

  /** The same speech at the target, or as near to it as its peaks allow. Silence stays silence. */
  static float[] levelled(float[] samples) {
    double measured = measuredDb(samples);
    if (Double.isInfinite(measured)) {
      return samples.clone();
    }
    double wanted = Math.sqrt(power(TARGET_DB - measured));
    double allowed = Math.sqrt(power(PEAK_DB)) / peak(samples);
    float gain = (float) Math.min(wanted, allowed);
    float[] levelled = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      levelled[i] = samples[i] * gain;
    }
    return levelled;
  }

  /** The largest absolute value. */
  static double peak(float[] samples) {
    float peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  private static double[] blockPowers(float[] samples) {
    int count = Math.max(1, (samples.length - BLOCK) / HOP + 1);
    double[] powers = new double[count];
    for (int i = 0; i < count; i++) {
      int from = i * HOP;
      int to = Math.min(samples.length, from + BLOCK);
      double sum = 0;
      for (int j = from; j < to; j++) {
        sum += samples[j] * samples[j];
      }
      powers[i] = to > from ? sum / (to - from) : 0;
    }
    return powers;
  }

  private static double meanAbove(double[] powers, double gate) {
    double sum = 0;
    int count = 0;
    for (double power : powers) {
      if (power > gate) {
        sum += power;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static double power(double decibel) {
    return Math.pow(10, decibel / 10);
  }

  private static double decibel(double power) {
    return 10 * Math.log10(power);
  }
}
