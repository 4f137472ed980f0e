package de.durchkommen.database;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The slowest answer since somebody last asked for it; takes no lock and no memory. */
final class Latencies {
  private final AtomicLong slowest = new AtomicLong();

  /** An answer took so many nanoseconds. */
  void took(long nanos) {
    slowest.accumulateAndGet(nanos, Math::max);
  }

  Duration slowest() {
    return Duration.ofNanos(slowest.getAndSet(0));
  }
}
