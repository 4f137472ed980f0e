package de.durchkommen.launch;

import java.time.Duration;

/**
 * When a part that died is started again: after 1 s, then 2, 4, … up to a minute, so that a part
 * that cannot start does not eat the machine; after {@link #MOST} in a row no more. One that ran
 * for ten minutes counts as well again.
 */
final class Restarts {
  static final int MOST = 20;
  static final Duration WELL_AFTER = Duration.ofMinutes(10);
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private int inARow;
  private long dueNanos;
  private long beganNanos;
  private boolean planned;

  boolean isPlanned() {
    return planned;
  }

  /** The part was just seen dead. */
  void plan(long nowNanos) {
    if (inARow > 0 && nowNanos - beganNanos > WELL_AFTER.toNanos()) {
      inARow = 0;
    }
    planned = true;
    inARow++;
    dueNanos = nowNanos + pause().toNanos();
  }

  boolean isDue(long nowNanos) {
    return planned && !areUsedUp() && nowNanos - dueNanos >= 0;
  }

  /** The part is started now. */
  void begin(long nowNanos) {
    planned = false;
    beganNanos = nowNanos;
  }

  boolean areUsedUp() {
    return inARow > MOST;
  }

  Duration pause() {
    long seconds = 1L << Math.min(inARow - 1, 6);
    return seconds < LONGEST_PAUSE.toSeconds() ? Duration.ofSeconds(seconds) : LONGEST_PAUSE;
  }

  String announcement() {
    return areUsedUp()
        ? "Nach " + MOST + " Neustarts wird es nicht mehr versucht."
        : "Neustart " + inARow + " von höchstens " + MOST + " in " + pause().toSeconds() + " s.";
  }
}
