package de.durchkommen.queue;

import java.time.Duration;
import java.util.Optional;

/**
 * How long it will take, in words that can be kept: from so long to so long.
 *
 * @param from zero for "less than {@code until}"
 * @param until longer than {@code from}; empty for "more than {@code from}"
 */
public record WaitRange(Duration from, Optional<Duration> until) {
  /** Refuses what says nothing. */
  public WaitRange {
    if (from.isNegative() || until.map(end -> end.compareTo(from) <= 0).orElse(from.isZero())) {
      throw new IllegalArgumentException("A range is from less to more");
    }
  }

  /** Whether a wait of this length was promised by it. */
  public boolean holds(Duration wait) {
    return wait.compareTo(from) >= 0 && until.map(end -> wait.compareTo(end) <= 0).orElse(true);
  }
}
