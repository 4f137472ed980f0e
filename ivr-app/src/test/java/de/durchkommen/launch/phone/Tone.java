package de.durchkommen.launch.phone;

/** Pure tones, a second of each. */
final class Tone {
  /** −16 dBFS: two of them together stay within 16 bits. */
  private static final double AMPLITUDE = 5_000;

  private Tone() {}

  /** Tones of these frequencies at once, in Hz. */
  static short[] of(int rate, int... frequencies) {
    short[] samples = new short[rate];
    for (int i = 0; i < rate; i++) {
      double sum = 0;
      for (int frequency : frequencies) {
        sum += AMPLITUDE * Math.sin(2 * Math.PI * frequency * i / rate);
      }
      samples[i] = (short) Math.round(sum);
    }
    return samples;
  }

  /** How much there is of one frequency, in dB beside a tone of {@link #of}; ends are left out. */
  static double level(short[] samples, int rate, int frequency) {
    int edge = rate / 10;
    double real = 0;
    double imaginary = 0;
    for (int i = edge; i < samples.length - edge; i++) {
      real += samples[i] * Math.cos(2 * Math.PI * frequency * i / rate);
      imaginary += samples[i] * Math.sin(2 * Math.PI * frequency * i / rate);
    }
    double amplitude = 2 * Math.hypot(real, imaginary) / (samples.length - 2 * edge);
    return 20 * Math.log10(Math.max(amplitude, 1e-9) / AMPLITUDE);
  }
}
