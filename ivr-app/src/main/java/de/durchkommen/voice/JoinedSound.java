package de.durchkommen.voice;

import de.durchkommen.prompt.SpokenWords.Pause;
import java.util.Arrays;
import java.util.Random;

/**
 * Puts parts of a sentence one after the other, without clicks: each joint is a crossfade of equal
 * power. Where a pause belongs, the parts are faded into the noise of their own room, since silence
 * between noise is heard as a hole.
 */
final class JoinedSound {
  /** Long enough for no click, short enough for no echo. */
  static final double CROSSFADE_SECONDS = 0.008;

  /** With what is left around the parts, below the 0.7 s after which callers think it is over. */
  static final double LONG_SECONDS = 0.4;

  static final double SHORT_SECONDS = 0.18;

  /** No room is louder: what is taken for its noise is speech then. */
  private static final double LOUDEST_FLOOR = 0.003;

  private static final int FIRST_ROOM = 16_000;

  private final int rate;
  private final Random noise = new Random(1);
  private float[] samples = new float[FIRST_ROOM];
  private int length;

  JoinedSound(int rate) {
    this.rate = rate;
  }

  /** Adds a part, and the pause that belongs behind it if others follow. */
  void add(FragmentSound part, Pause before) {
    if (length > 0 && before != Pause.NONE) {
      double seconds = before == Pause.LONG ? LONG_SECONDS : SHORT_SECONDS;
      append(room(part.floor(), (int) (seconds * rate) + 2 * crossfade()));
    }
    append(part.samples());
  }

  /** The sentence, which rises from silence and falls back into it. */
  float[] samples() {
    float[] sentence = Arrays.copyOf(samples, length);
    int fade = Math.min(crossfade(), length / 2);
    for (int i = 0; i < fade; i++) {
      double gain = Math.sin(Math.PI / 2 * (i + 0.5) / fade);
      sentence[i] *= (float) gain;
      sentence[length - 1 - i] *= (float) gain;
    }
    return sentence;
  }

  private int crossfade() {
    return (int) (CROSSFADE_SECONDS * rate);
  }

  private void append(float[] part) {
    int common = Math.min(crossfade(), Math.min(length, part.length));
    int from = length - common;
    if (samples.length < from + part.length) {
      samples = Arrays.copyOf(samples, Math.max(2 * samples.length, from + part.length));
    }
    for (int i = 0; i < common; i++) {
      double angle = Math.PI / 2 * (i + 0.5) / common;
      samples[from + i] = (float) (samples[from + i] * Math.cos(angle) + part[i] * Math.sin(angle));
    }
    System.arraycopy(part, common, samples, length, part.length - common);
    length = from + part.length;
  }

  private float[] room(double amplitude, int count) {
    float[] room = new float[count];
    double level = Math.min(amplitude, LOUDEST_FLOOR);
    for (int i = 0; i < count; i++) {
      room[i] = (float) (level * noise.nextGaussian());
    }
    return room;
  }
}
