package de.durchkommen.voice;

/** Sounds for tests. */
final class Tones {
  private Tones() {}

  static float[] tone(double hertz, double amplitude, int rate, double seconds) {
    float[] samples = new float[(int) Math.round(rate * seconds)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return samples;
  }

  static float[] joined(float[]... parts) {
    int length = 0;
    for (float[] part : parts) {
      length += part.length;
    }
    float[] all = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  static float[] silence(int rate, double seconds) {
    return new float[(int) Math.round(rate * seconds)];
  }

  /** Root mean square of the middle half, in dB. */
  static double middleDb(float[] samples) {
    double sum = 0;
    int count = 0;
    for (int i = samples.length / 4; i < samples.length * 3 / 4; i++) {
      sum += (double) samples[i] * samples[i];
      count++;
    }
    return 10 * Math.log10(sum / count + 1e-20);
  }
}
