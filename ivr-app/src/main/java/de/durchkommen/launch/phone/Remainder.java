package de.durchkommen.launch.phone;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What is audible in a recording beside the prompts that were recognised. */
final class Remainder {
  /** Breath and consonants around a voice that are too quiet to count as its beginning or end. */
  private static final Duration EDGE = Duration.ofMillis(150);

  /** The step that cut a prompt off is its own. */
  private static final Duration STEP = Recording.at(Follower.STEP);

  /** 20 ms. */
  private static final int FRAME = Recording.RATE / 50;

  /** Fewer frames than this, 0.1 s, are not looked into. */
  private static final int FEW = 5;

  /** How many frames are audible before each. */
  private final int[] audible;

  Remainder(Recording recording, List<Heard> prompts) {
    short[] samples = recording.samples().clone();
    for (Heard heard : prompts) {
      Duration end = heard.end().plus(heard.whole() ? EDGE : STEP);
      int from = Math.clamp(Recording.index(heard.start().minus(EDGE)), 0, samples.length);
      Arrays.fill(samples, from, Math.clamp(Recording.index(end), from, samples.length), (short) 0);
    }
    this.audible = new int[(samples.length + FRAME - 1) / FRAME + 1];
    for (int frame = 0; frame < audible.length - 1; frame++) {
      double loudness = Voice.loudness(samples, frame * FRAME, (frame + 1) * FRAME);
      audible[frame + 1] = audible[frame] + (loudness > 3 * Energy.SILENCE_RMS ? 1 : 0);
    }
  }

  /** How long it is. */
  Duration length() {
    return Recording.at(audible[audible.length - 1] * FRAME);
  }

  /** Whether some of it lies between two samples. */
  boolean isAudible(int from, int to) {
    int first = Math.clamp(from / FRAME, 0, audible.length - 1);
    int last = Math.clamp((to + FRAME - 1) / FRAME, first, audible.length - 1);
    return audible[last] - audible[first] >= FEW;
  }
}
