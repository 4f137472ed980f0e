package de.durchkommen.launch.phone;

import java.util.Arrays;

/** A prompt's audio without the silence around it. */
final class Voice {
  /** 10 ms. */
  private static final int FRAME = Recording.RATE / 100;

  /** Frames quieter than this part of the loudest one are not voice. */
  private static final double FLOOR = 0.03;

  private final short[] samples;

  private Voice(short[] samples) {
    this.samples = samples;
  }

  /** Cuts the silence off both ends; all-silent audio becomes empty. */
  static Voice of(short[] audio) {
    double loudest = 0;
    for (int start = 0; start < audio.length; start += FRAME) {
      loudest = Math.max(loudest, loudness(audio, start, start + FRAME));
    }
    double floor = Math.max(CrossCorrelation.SILENCE_RMS, FLOOR * loudest);
    int first = audio.length;
    int last = 0;
    for (int start = 0; start < audio.length; start += FRAME) {
      if (loudness(audio, start, start + FRAME) > floor) {
        first = Math.min(first, start);
        last = Math.min(start + FRAME, audio.length);
      }
    }
    return new Voice(Arrays.copyOfRange(audio, Math.min(first, last), last));
  }

  /** Root mean square of a stretch. */
  static double loudness(short[] audio, int from, int to) {
    int end = Math.min(to, audio.length);
    double square = 0;
    for (int i = from; i < end; i++) {
      square += (double) audio[i] * audio[i];
    }
    return end > from ? Math.sqrt(square / (end - from)) : 0;
  }

  /** Root mean square of a stretch of this voice. */
  double loudness(int from, int to) {
    return loudness(samples, from, to);
  }

  /** From the first to the last voice, not to be written to. */
  short[] samples() {
    return samples;
  }

  int length() {
    return samples.length;
  }
}
