package de.durchkommen.voice;

import java.util.Arrays;

/**
 * Measures how loud speech is to a listener, and brings it to one level.
 *
 * <p>Measured is the integrated loudness of ITU-R BS.1770-5 and EBU R 128 for one channel: the
 * sound is weighted as a head hears it (annex 1: a shelf of 4 dB and a high pass, "K"); then the
 * mean power of blocks of 400 ms, each beginning 100 ms after the last, is taken over those that
 * are above -70 LUFS and less than 10 LU below the mean of the others. A sound shorter than a block
 * is one block. The unit is LUFS; a difference of one dB is one LU.
 */
final class Loudness {
  /**
   * What every voice is brought to. The mean power of a voice in the telephone's band is then about
   * -20 dB, 6 dB more than the -26 at which telephone equipment is tested (ITU-T P.56, G.100.1),
   * for those who hear badly; with the pauses of speech it stays near the -15 dBm0 for which lines
   * are planned (ITU-T G.223).
   */
  static final double TARGET_LUFS = -21;

  /** How near to the target is near enough: a tenth of what anybody could tell. */
  private static final double NEAR_LU = 0.05;

  /** The limiter takes loudness away, which is added before it again; so often at most. */
  private static final int ROUNDS = 8;

  /** What may be added so; a sound that needs more is mostly crackle, and its noise would rise. */
  private static final double MOST_ADDED_LU = 6;

  private static final double OFFSET_LU = -0.691;
  private static final double ABSOLUTE_GATE_LUFS = -70;
  private static final double RELATIVE_GATE_LU = -10;
  private static final double BLOCK_SECONDS = 0.4;
  private static final int HOPS_OF_BLOCK = 4;

  private Loudness() {}

  /** The loudness in LUFS; negative infinity where there is nothing above -70. */
  static double measured(float[] samples, int rate) {
    double[] blocks = blockPowers(weighted(samples, rate), rate);
    double absolute = power(ABSOLUTE_GATE_LUFS - OFFSET_LU);
    double relative = meanAbove(blocks, absolute) * power(RELATIVE_GATE_LU);
    return OFFSET_LU + 10 * Math.log10(meanAbove(blocks, Math.max(absolute, relative)));
  }

  /** The same speech at the target. Peaks that are too high then are limited; silence stays. */
  static float[] levelled(float[] samples, int rate) {
    double wanted = TARGET_LUFS - measured(samples, rate);
    if (Double.isInfinite(wanted)) {
      return samples.clone();
    }
    var limiter = new Limiter(samples, rate);
    double most = wanted + MOST_ADDED_LU;
    float[] levelled = limiter.louder(Math.sqrt(power(wanted)));
    for (int round = 1; round < ROUNDS && wanted < most; round++) {
      double missing = TARGET_LUFS - measured(levelled, rate);
      if (missing < NEAR_LU) {
        break;
      }
      wanted = Math.min(most, wanted + missing);
      levelled = limiter.louder(Math.sqrt(power(wanted)));
    }
    return levelled;
  }

  /** As loud as a head hears it. Constants: annex 1, tables 1 and 2, taken back to analogue. */
  private static float[] weighted(float[] samples, int rate) {
    Biquad head =
        Biquad.highShelf(
            1_681.974450955533, 0.7071752369554196, 3.999843853973347, 0.4996667741545416, rate);
    Biquad weight = Biquad.highPass(38.13547087602444, 0.5003270373238773, rate);
    return unscaled(weight).filtered(head.filtered(samples));
  }

  /** The Recommendation's high pass has 1, -2, 1 before the line. */
  private static Biquad unscaled(Biquad filter) {
    return new Biquad(1, -2, 1, filter.a1(), filter.a2());
  }

  private static double[] blockPowers(float[] samples, int rate) {
    int block = Math.min(samples.length, (int) Math.round(BLOCK_SECONDS * rate));
    int hop = (int) Math.round(BLOCK_SECONDS * rate / HOPS_OF_BLOCK);
    if (block == 0) {
      return new double[0];
    }
    double[] powers = new double[(samples.length - block) / hop + 1];
    for (int i = 0; i < powers.length; i++) {
      double sum = 0;
      for (int j = i * hop; j < i * hop + block; j++) {
        sum += (double) samples[j] * samples[j];
      }
      powers[i] = sum / block;
    }
    return powers;
  }

  private static double meanAbove(double[] powers, double gate) {
    return Arrays.stream(powers).filter(power -> power > gate).average().orElse(0);
  }

  private static double power(double decibel) {
    return Math.pow(10, decibel / 10);
  }
}
