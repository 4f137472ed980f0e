package de.durchkommen.bench;

import java.time.Duration;

/**
 * A day at the hotline.
 *
 * @param name for the table
 * @param dialogues at once
 * @param load callers who come, as a share of what the dialogues can serve
 * @param rush how many times as many come from a third of the time to the middle
 * @param halved whether only half the dialogues are let in from the middle to two thirds
 * @param length of the day
 */
record RangeRegime(
    String name, int dialogues, double load, double rush, boolean halved, Duration length) {
  /** How many times as many callers come now as usually. */
  double crowd(Duration passed) {
    return isBetween(passed, 1.0 / 3, 0.5) ? rush : 1;
  }

  /** How many dialogues are let in now. */
  int dialogues(Duration passed) {
    return halved && isBetween(passed, 0.5, 2.0 / 3) ? Math.max(1, dialogues / 2) : dialogues;
  }

  private boolean isBetween(Duration passed, double from, double until) {
    double share = passed.toMillis() / (double) length.toMillis();
    return share >= from && share < until;
  }
}
