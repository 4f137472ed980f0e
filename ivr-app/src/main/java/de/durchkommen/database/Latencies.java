package de.durchkommen.database;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The slowest answer of the last seconds; two buckets, so it takes no lock and no memory. */
final class Latencies {
  /** An answer is remembered for this long at least, and for twice as long at most. */
  static final Duration BUCKET = Duration.ofSeconds(3);

  private final AtomicLong now = new AtomicLong();
  private final AtomicLong before = new AtomicLong();
  private final AtomicLong turned = new AtomicLong(System.nanoTime());

  /** An answer took so many nanoseconds. */
  void took(long nanos) {
    turn();
    now.accumulateAndGet(nanos, Math::max);
  }

  Duration slowest() {
    turn();
    return Duration.ofNanos(Math.max(now.get(), before.get()));
  }

  private void turn() {
    long last = turned.get();
    long time = System.nanoTime();
    long passed = time - last;
    if (passed > BUCKET.toNanos() && turned.compareAndSet(last, time)) {
      long ended = now.getAndSet(0);
      before.set(passed > 2 * BUCKET.toNanos() ? 0 : ended);
    }
  }
}
