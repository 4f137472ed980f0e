package de.durchkommen.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finished sounds as files that every player knows. */
public final class SoundCopy {
  private static final String ALAW = ".alaw";

  /** Asterisk's name for 16 bit at 16 kHz without header; the better sound, where it is kept. */
  private static final String WIDE = ".sln16";

  private static final float FULL_SCALE = 32_768f;

  private SoundCopy() {}

  /**
   * Writes a sound as RIFF/WAVE, as callers hear it.
   *
   * @param sound absolute path without extension, as an {@link de.durchkommen.prompt.Announcer}
   *     tells it
   */
  public static void write(Path sound, Path wav) throws IOException {
    Path wide = Path.of(sound + WIDE);
    if (Files.exists(wide)) {
      WaveFile.write(wav, Linear.decoded(Files.readAllBytes(wide)), Band.WIDE.rate());
    } else {
      byte[] codes = Files.readAllBytes(Path.of(sound + ALAW));
      WaveFile.write(wav, decoded(codes), Band.NARROW.rate());
    }
  }

  /** How long a sound is, with the rest around it. */
  static double seconds(Path sound) {
    try {
      return (double) Files.size(Path.of(sound + ALAW)) / Band.NARROW.rate();
    } catch (IOException e) {
      throw new UncheckedIOException("No sound at " + sound, e);
    }
  }

  /** ITU-T G.711, table 1: the middle of each step. */
  static float[] decoded(byte[] codes) {
    float[] samples = new float[codes.length];
    for (int i = 0; i < codes.length; i++) {
      int code = (codes[i] & 0xFF) ^ 0x55;
      int segment = (code >> 4) & 7;
      int steps = (code & 15) << 4;
      int magnitude = segment == 0 ? steps + 8 : (steps + 0x108) << (segment - 1);
      samples[i] = (code & 0x80) == 0 ? -magnitude / FULL_SCALE : magnitude / FULL_SCALE;
    }
    return samples;
  }
}
