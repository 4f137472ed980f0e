package de.durchkommen.voice;

/**
 * Speech as it goes into a telephone, in both of its bands: at one loudness, with the same rest
 * around each sentence and no long pause in it.
 *
 * <p>Each band is brought to the target by itself, since what one of them lacks is not heard there:
 * a deep voice loses its deepest tone in the narrow one.
 */
final class TelephoneSound {
  /** To be raised when anything in the way from an engine's sound to a file changes. */
  static final String REVISION = "telephone-3";

  private final float[] narrow;
  private final float[] wide;

  private TelephoneSound(float[] narrow, float[] wide) {
    this.narrow = narrow;
    this.wide = wide;
  }

  /**
   * Makes an engine's sound fit for the telephone.
   *
   * @throws EngineFailure if there is nothing to hear
   */
  static TelephoneSound of(Wave wave) throws EngineFailure {
    int rate = Band.WIDE.rate();
    float[] speech = Silence.trimmed(Band.WIDE.of(wave.samples(), wave.rate()), rate);
    float[] narrow = Band.NARROW.of(speech, rate);
    if (Double.isInfinite(Loudness.measured(narrow, Band.NARROW.rate()))) {
      throw new EngineFailure("The sound is silent");
    }
    return new TelephoneSound(
        Loudness.levelled(narrow, Band.NARROW.rate()), Loudness.levelled(speech, rate));
  }

  /**
   * Sound that is as it shall be already. Takes ownership of the samples.
   *
   * @param narrow at the rate of {@link Band#NARROW}
   * @param wide the same at the rate of {@link Band#WIDE}
   */
  static TelephoneSound finished(float[] narrow, float[] wide) {
    return new TelephoneSound(narrow, wide);
  }

  /** At the rate of {@link Band#NARROW}. Not to be changed. */
  float[] narrow() {
    return narrow;
  }

  /** At the rate of {@link Band#WIDE}. Not to be changed. */
  float[] wide() {
    return wide;
  }

  /** The sound in a codec, without any header. */
  byte[] in(SoundCodec codec) {
    return codec.encoded(this);
  }
}
