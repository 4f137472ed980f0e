package de.durchkommen.voice;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The two bands of telephones: which part of a sound they carry, and at which rate.
 *
 * <p>What lies above is kept out by a steep filter, since it would fold back; what lies below by a
 * Butterworth filter of fourth order, which does not ring before a word begins.
 */
enum Band {
  /** The telephone of old: 8 kHz, ITU-T G.711 and G.712. */
  NARROW(8_000, 300, 3_400),
  /** "HD": 16 kHz, ITU-T G.722. */
  WIDE(16_000, 50, 7_000);

  /** The two parts of a Butterworth filter of fourth order. */
  private static final double[] QUALITIES = {0.541196, 1.306563};

  /** At the edge itself less than 1 dB shall be missing: half the power is at this part of it. */
  private static final double HALF_POWER = 0.8;

  private final int rate;
  private final double lowest;
  private final double highest;

  /** One for each rate that engines use: there are no more than a handful. */
  @SuppressWarnings("ImmutableEnumChecker") // Only remembers what was computed.
  private final ConcurrentMap<Integer, Resampler> resamplers = new ConcurrentHashMap<>();

  Band(int rate, double lowest, double highest) {
    this.rate = rate;
    this.lowest = lowest;
    this.highest = highest;
  }

  /** Samples a second. */
  int rate() {
    return rate;
  }

  /** How many samples make up this time. */
  int samples(double seconds) {
    return (int) Math.round(seconds * rate);
  }

  /** What of a sound is in the band, at the rate of the band. */
  float[] of(float[] samples, int from) {
    float[] result =
        resamplers
            .computeIfAbsent(from, other -> new Resampler(other, rate, highest))
            .resampled(samples);
    for (double quality : QUALITIES) {
      result = Biquad.highPass(lowest * HALF_POWER, quality, rate).filtered(result);
    }
    return result;
  }
}
