package de.durchkommen.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Recordings for tests, made by generators. */
final class Takes {
  static final int RATE = 16_000;

  private Takes() {}

  /** Something like a voice: harmonics of 140 Hz that swell and fall, in the noise of a room. */
  static float[] voice(double seconds, double levelDb, double noiseDb) {
    int rest = RATE / 4;
    float[] samples = new float[2 * rest + (int) (seconds * RATE)];
    Random random = new Random(7);
    double amplitude = Math.pow(10, levelDb / 20);
    double noise = Math.pow(10, noiseDb / 20);
    for (int i = 0; i < samples.length; i++) {
      double t = (i - rest) / (double) RATE;
      boolean spoken = t >= 0 && t < seconds;
      double swell = 0.75 + 0.25 * Math.sin(2 * Math.PI * 4 * t);
      double tone = 0;
      for (int harmonic = 1; harmonic <= 8; harmonic++) {
        tone += Math.sin(2 * Math.PI * 140 * harmonic * t) / harmonic;
      }
      samples[i] =
          (float) ((spoken ? amplitude * swell * tone : 0) + noise * random.nextGaussian());
    }
    return samples;
  }

  /** A recording that nothing is wrong with. */
  static float[] good(double seconds) {
    return voice(seconds, -21, -65);
  }

  static Path write(Path file, float[] samples) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.write(file, WaveFile.bytes(samples, RATE));
  }
}
