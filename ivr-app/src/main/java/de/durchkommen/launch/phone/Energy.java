package de.durchkommen.launch.phone;

/**
 * How much a recording moves under a template, for every stretch of it: running sums of f and f².
 */
final class Energy {
  /** Quieter than this (root mean square of 16 bit samples) counts as silence: about −60 dBFS. */
  static final double SILENCE_RMS = 30;

  private final double[] sums;
  private final double[] squares;

  Energy(short[] recording) {
    this.sums = new double[recording.length + 1];
    this.squares = new double[recording.length + 1];
    for (int i = 0; i < recording.length; i++) {
      sums[i + 1] = sums[i] + recording[i];
      squares[i + 1] = squares[i] + (double) recording[i] * recording[i];
    }
  }

  /** √ Σ (f − f̄)² under a template; 0 where it is silent. */
  double spread(int at, int length) {
    double sum = sums[at + length] - sums[at];
    double square = squares[at + length] - squares[at] - sum * sum / length;
    return square < SILENCE_RMS * SILENCE_RMS * length ? 0 : Math.sqrt(square);
  }

  /** Whether there is any sound from one sample to before another. */
  boolean isAudible(int from, int to) {
    return squares[to] - squares[from] > SILENCE_RMS * SILENCE_RMS;
  }
}
