package de.durchkommen.voice;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Speech as it goes into a telephone: 8 kHz, levelled, with the same rest around each sentence. */
final class TelephoneSound {
  /** To be raised when anything in the way from an engine's sound to a file changes. */
  static final String REVISION = "telephone-1";

  /** One for each rate that engines use: there are no more than a handful. */
  private static final ConcurrentMap<Integer, Resampler> RESAMPLERS = new ConcurrentHashMap<>();

  private final float[] samples;

  private TelephoneSound(float[] samples) {
    this.samples = samples;
  }

  /**
   * Makes an engine's sound fit for the telephone.
   *
   * @throws EngineFailure if there is nothing to hear
   */
  static TelephoneSound of(Wave wave) throws EngineFailure {
    Resampler resampler = RESAMPLERS.computeIfAbsent(wave.rate(), Resampler::new);
    float[] speech = Silence.trimmed(resampler.resampled(wave.samples()));
    if (speech.length == 0 || Double.isInfinite(Loudness.measuredDb(speech))) {
      throw new EngineFailure("The sound is silent");
    }
    return new TelephoneSound(Loudness.levelled(speech));
  }

  /** The sound in a codec, without any header. */
  byte[] in(G711 codec) {
    return codec.encoded(samples);
  }
}
