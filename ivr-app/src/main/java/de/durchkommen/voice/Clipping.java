package de.durchkommen.voice;

/**
 * Finds where a sound was cut off at the top: several samples in a row at its largest value, which
 * no voice makes by itself. That value is full scale, or less when the file was made quieter later.
 */
final class Clipping {
  /** So many equal samples in a row are no peak. */
  private static final int RUN = 4;

  /** Quieter sounds have flat tops from rounding to 16 bits. */
  private static final float LOUD = 0.25f;

  private static final float FULL_SCALE = 32_766 / 32_768f;
  private static final float SAME = 0.5f / 32_768f;

  private Clipping() {}

  static boolean isIn(float[] samples) {
    float top = Float.NEGATIVE_INFINITY;
    float bottom = Float.POSITIVE_INFINITY;
    for (float sample : samples) {
      top = Math.max(top, sample);
      bottom = Math.min(bottom, sample);
    }
    return isCutAt(samples, Math.min(top, FULL_SCALE), 1)
        || isCutAt(samples, Math.min(-bottom, FULL_SCALE), -1);
  }

  private static boolean isCutAt(float[] samples, float level, int sign) {
    int run = 0;
    for (float sample : samples) {
      run = level >= LOUD && sign * sample >= level - SAME ? run + 1 : 0;
      if (run >= RUN) {
        return true;
      }
    }
    return false;
  }
}
