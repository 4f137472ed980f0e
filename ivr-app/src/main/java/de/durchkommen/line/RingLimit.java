package de.durchkommen.line;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many calls go out: in any minute, and at once. Whoever finds a way to have numbers of their
 * own called (toll fraud) earns little.
 */
final class RingLimit {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Clock clock;
  private final int aMinute;
  private final int atOnce;
  private final Deque<Instant> lately = new ArrayDeque<>();
  private int ringing;

  RingLimit(Clock clock, int aMinute, int atOnce) {
    this.clock = clock;
    this.aMinute = aMinute;
    this.atOnce = atOnce;
  }

  /** Takes one more call up, if it may be made. */
  synchronized boolean begins() {
    if (!isOpen()) {
      return false;
    }
    lately.add(clock.instant());
    ringing++;
    return true;
  }

  /** Whether one more call may be made. */
  synchronized boolean isOpen() {
    Instant then = clock.instant().minus(MINUTE);
    while (!lately.isEmpty() && !lately.getFirst().isAfter(then)) {
      lately.removeFirst();
    }
    return lately.size() < aMinute && ringing < atOnce;
  }

  /** A call that was begun does not ring any more. */
  synchronized void ended() {
    ringing--;
  }
}
