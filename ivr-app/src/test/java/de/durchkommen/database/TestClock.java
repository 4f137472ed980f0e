package de.durchkommen.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until it is put forward. */
public final class TestClock extends Clock {
  private final AtomicReference<Instant> now;

  /** Stands at this time. */
  public TestClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /** Puts it forward. */
  public void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /** Puts it to another time. */
  public void set(Instant time) {
    now.set(time);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
