package de.durchkommen.queue;

/**
 * How wide ranges must be for as many of them to hold as shall, learned from those that have ended:
 * a miss widens the next ones, a hit narrows them a little, in such steps that in the long run the
 * share of misses is the one that is wanted, whatever the model gets wrong (adaptive conformal
 * inference: Gibbs and Candès, NeurIPS 2021).
 *
 * <p>For several threads.
 */
final class Calibration {
  /** So many of a hundred ranges shall hold. */
  static final double HITS = 0.94;

  /** Narrow enough to be of use, wide enough for a bad day. */
  static final double NARROWEST = 0.5;

  /** See {@link #NARROWEST}. */
  static final double WIDEST = 2;

  /** Many end together and tell the same, so that one of them teaches little. */
  private static final double STEP = 0.01;

  private double width = 1;

  /** One has ended. */
  synchronized void ended(boolean hit) {
    double change = STEP * (hit ? HITS - 1 : HITS);
    width = Math.clamp(width * Math.exp(change), NARROWEST, WIDEST);
  }

  /** By what the spread of the model is multiplied. */
  synchronized double width() {
    return width;
  }
}
