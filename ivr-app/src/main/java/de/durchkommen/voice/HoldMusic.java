package de.durchkommen.voice;

import java.util.Random;

/**
 * The music that callers wait with: slow chords with single soft notes over them, in D major. It is
 * composed here, note by note, so it is nobody else's.
 *
 * <p>All tones are sums of sines (additive synthesis) between {@link #LOWEST_HZ} and {@link
 * #HIGHEST_HZ}, so that nothing is lost on the line. Each tone swells and fades, so that nothing
 * clicks; and one that is not over at the end goes on at the beginning, so that the loop has no
 * seam. It is quieter than speech by 12 dB: nobody who waits for an hour shall have to hold the
 * telephone away, nor miss the first word after it.
 */
final class HoldMusic {
  /** The telephone's band (ITU-T G.712). */
  static final double LOWEST_HZ = 300;

  /** See {@link #LOWEST_HZ}. */
  static final double HIGHEST_HZ = 3_400;

  /** See {@link Loudness}. */
  static final double LEVEL_LUFS = Loudness.TARGET_LUFS - 12;

  private static final int CHORD_SECONDS = 8;

  /** How long a chord takes to come and to go; it is over so long after the next has begun. */
  private static final double SWELL_SECONDS = 2.5;

  private static final int NOTES = 8;
  private static final double NOTE_SECONDS = 3.5;
  private static final double ATTACK_SECONDS = 0.03;
  private static final double DECAY_SECONDS = 0.8;
  private static final double NOTE_LEVEL = 0.8;
  private static final double[] CHORD_PARTIALS = {1, 0.35, 0.12};
  private static final double[] NOTE_PARTIALS = {1, 0.2, 0.08, 0.03};

  /** From one tone to the next, where there is no music. */
  private static final int TONE_SECONDS = 10;

  private static final int TONE_KEY = 74;

  /** Any number would do; it decides which note follows which. */
  private static final long SEED = 116_117;

  private static final int A4 = 69;
  private static final double A4_HZ = 440;

  /** Keys of a piano, 69 is the a' of 440 Hz; 16 chords of three notes and what lies above. */
  private static final int[][] CHORDS = {
    {66, 69, 74, 78}, {66, 71, 74, 78}, {67, 71, 74, 79}, {64, 69, 73, 76},
    {66, 69, 73, 78}, {66, 71, 74, 78}, {64, 67, 71, 76}, {64, 69, 74, 76},
    {66, 69, 74, 81}, {67, 71, 76, 79}, {66, 71, 74, 78}, {66, 69, 73, 76},
    {67, 71, 74, 78}, {66, 69, 74, 78}, {64, 67, 71, 79}, {64, 69, 73, 76}
  };

  private final int rate;
  private final float[] samples;
  private final Random random = new Random(SEED);

  private HoldMusic(int rate, int seconds) {
    this.rate = rate;
    this.samples = new float[seconds * rate];
  }

  /** A soft tone and silence, for each codec. */
  static TelephoneSound tone() {
    return TelephoneSound.finished(
        composedTone(Band.NARROW.rate()), composedTone(Band.WIDE.rate()));
  }

  /** The tone, and the silence before the next one, with this many samples a second. */
  static float[] composedTone(int rate) {
    HoldMusic music = new HoldMusic(rate, TONE_SECONDS);
    music.tone(TONE_KEY, 0, NOTE_SECONDS, NOTE_PARTIALS, HoldMusic::plucked);
    return music.levelled();
  }

  /** The music for each codec. */
  static TelephoneSound sound() {
    return TelephoneSound.finished(composed(Band.NARROW.rate()), composed(Band.WIDE.rate()));
  }

  /** The music, one round of it, with this many samples a second. */
  static float[] composed(int rate) {
    HoldMusic music = new HoldMusic(rate, CHORDS.length * CHORD_SECONDS);
    for (int i = 0; i < CHORDS.length; i++) {
      music.chord(CHORDS[i], i * CHORD_SECONDS);
    }
    return music.levelled();
  }

  private void chord(int[] keys, int second) {
    for (int i = 0; i < keys.length - 1; i++) {
      tone(keys[i], second, CHORD_SECONDS + SWELL_SECONDS, CHORD_PARTIALS, HoldMusic::swelling);
    }
    for (int i = 0; i < NOTES; i++) {
      // Now and then a rest: a machine that never breathes is tiring.
      if (i == 0 || random.nextInt(4) > 0) {
        double level = NOTE_LEVEL * (0.7 + 0.3 * random.nextDouble());
        int key = keys[random.nextInt(keys.length)];
        double at = second + (double) i * CHORD_SECONDS / NOTES;
        tone(key, at, NOTE_SECONDS, NOTE_PARTIALS, (t, end) -> level * plucked(t, end));
      }
    }
  }

  private void tone(int key, double at, double seconds, double[] partials, Envelope envelope) {
    double hertz = A4_HZ * Math.pow(2, (key - A4) / 12.0);
    int from = (int) Math.round(at * rate);
    int length = (int) Math.round(seconds * rate);
    for (int i = 0; i < length; i++) {
      double t = (double) i / rate;
      samples[(from + i) % samples.length] +=
          (float) (envelope.at(t, seconds) * wave(hertz, t, partials));
    }
  }

  private static double wave(double hertz, double t, double[] partials) {
    double sum = 0;
    for (int i = 0; i < partials.length && hertz * (i + 1) < HIGHEST_HZ; i++) {
      sum += partials[i] * Math.sin(2 * Math.PI * hertz * (i + 1) * t);
    }
    return sum;
  }

  /** How loud a tone is, {@code t} seconds after it began, when it ends after {@code end}. */
  private interface Envelope {
    double at(double t, double end);
  }

  private static double swelling(double t, double end) {
    return rise(t / SWELL_SECONDS) * rise((end - t) / SWELL_SECONDS);
  }

  private static double plucked(double t, double end) {
    return rise(t / ATTACK_SECONDS) * Math.exp(-t / DECAY_SECONDS) * rise((end - t) / end);
  }

  /** From 0 to 1, smoothly. */
  private static double rise(double part) {
    return part >= 1 ? 1 : (1 - Math.cos(Math.PI * Math.max(0, part))) / 2;
  }

  private float[] levelled() {
    float gain = (float) Math.pow(10, (LEVEL_LUFS - Loudness.measured(samples, rate)) / 20);
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= gain;
    }
    return samples;
  }
}
