package de.durchkommen.voice;

/** A recorded part of a sentence, made fit to be joined with others. */
final class FragmentSound {
  /** The mean power of what is spoken in each part; what leaves room for its peaks. */
  static final double LEVEL_DB = -23;

  /** Parts are not raised further than that: noise would rise with them. */
  private static final double MOST_GAIN_DB = 20;

  private static final double HIGHEST_PEAK = 0.84;

  /** Quieter than this below the loudest moment is not speech; final consonants are above. */
  private static final double SILENCE_DB = 38;

  /** What stays around the speech, for soft beginnings and endings. */
  private static final double REST_SECONDS = 0.012;

  private final float[] samples;
  private final double floor;

  private FragmentSound(float[] samples, double floor) {
    this.samples = samples;
    this.floor = floor;
  }

  /** A recording without the silence around it and without offset, at the common level. */
  static FragmentSound of(float[] recorded, int rate) {
    float[] centred = centred(recorded);
    SoundFrames frames = SoundFrames.of(centred, rate);
    int rest = (int) (REST_SECONDS * rate);
    int begin = Math.max(0, frames.begin(SILENCE_DB) - rest);
    int end = Math.min(centred.length, Math.max(begin, frames.end(SILENCE_DB) + rest));
    double decibels = Math.min(MOST_GAIN_DB, LEVEL_DB - frames.speech());
    double gain = Math.min(Math.pow(10, decibels / 20), HIGHEST_PEAK / peak(centred));
    float[] samples = new float[end - begin];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (centred[begin + i] * gain);
    }
    return new FragmentSound(samples, Math.pow(10, frames.floor() / 20) * gain);
  }

  /** Not to be changed. */
  float[] samples() {
    return samples;
  }

  /** The amplitude of what is heard where nobody speaks. */
  double floor() {
    return floor;
  }

  private static float[] centred(float[] recorded) {
    double sum = 0;
    for (float sample : recorded) {
      sum += sample;
    }
    float offset = (float) (sum / Math.max(1, recorded.length));
    float[] centred = new float[recorded.length];
    for (int i = 0; i < centred.length; i++) {
      centred[i] = recorded[i] - offset;
    }
    return centred;
  }

  private static double peak(float[] samples) {
    double peak = 1e-6;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }
}
