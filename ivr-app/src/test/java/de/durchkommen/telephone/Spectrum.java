package de.durchkommen.telephone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * How loud a recording is, and how much of it lies where only better telephones have sound.
 *
 * @param rate samples a second
 * @param level root mean square over all of it, in dB beside full scale
 * @param peak the loudest sample, in the same
 * @param high the part between 4.2 and 7 kHz, in dB beside all of it; −∞ if there can be none
 */
record Spectrum(int rate, double level, double peak, double high) {
  private static final double HIGH_FROM = 4_200;
  private static final double HIGH_TO = 7_000;
  private static final double FULL = 1 << 15;
  private static final int BLOCK = 1 << 10;

  /** The spectrum of a WAV file of 16 bit, mono. */
  static Spectrum of(Path wav) throws IOException, UnsupportedAudioFileException {
    try (AudioInputStream sound = AudioSystem.getAudioInputStream(wav.toFile())) {
      ByteBuffer bytes = ByteBuffer.wrap(sound.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      short[] samples = new short[bytes.remaining() / 2];
      bytes.asShortBuffer().get(samples);
      return of(samples, (int) sound.getFormat().getSampleRate());
    }
  }

  private static Spectrum of(short[] samples, int rate) {
    DoubleFFT_1D fft = new DoubleFFT_1D(BLOCK);
    double all = 0;
    double high = 0;
    double square = 0;
    double peak = 0;
    for (int start = 0; start + BLOCK <= samples.length; start += BLOCK) {
      double[] block = new double[BLOCK];
      for (int i = 0; i < BLOCK; i++) {
        square += (double) samples[start + i] * samples[start + i];
        peak = Math.max(peak, Math.abs((double) samples[start + i]));
        // Hann's window: without it what is loud and low would leak into what is high.
        block[i] = samples[start + i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / BLOCK));
      }
      fft.realForward(block);
      for (int bin = 1; bin < BLOCK / 2; bin++) {
        double power = block[2 * bin] * block[2 * bin] + block[2 * bin + 1] * block[2 * bin + 1];
        double frequency = (double) bin * rate / BLOCK;
        all += power;
        high += frequency > HIGH_FROM && frequency < HIGH_TO ? power : 0;
      }
    }
    double mean = square / (samples.length - samples.length % BLOCK);
    return new Spectrum(
        rate, decibels(mean, FULL * FULL), decibels(peak * peak, FULL * FULL), decibels(high, all));
  }

  private static double decibels(double power, double whole) {
    return 10 * Math.log10(power / whole);
  }
}
