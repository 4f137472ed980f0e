package de.durchkommen.settings;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time of day, which does not jump because one machine's does.
 *
 * <p>It is the machine's time of day as long as that runs as evenly as the processor's ticks. A
 * jump of more than {@link #STEP} is not believed at once, for all that is kept for a caller ends
 * by the clock: it goes on by the ticks, and asks whose time another one confirms, which {@link
 * #told} says (the shared database, each second). The jump is followed when that other clock is
 * nearer to the machine's time than to this one's: the machine was set right. Otherwise it is not
 * followed, however long it lasts: the machine was set wrong. When nobody has said anything for
 * {@link #ALONE} since the jump, it is followed: what else is there to go by.
 *
 * <p>A machine whose time was wrong when it started stays wrong; {@link #ahead} tells it. For any
 * thread; nothing blocks.
 */
public final class SteadyClock extends Clock {
  /** A jump of no more is followed at once; a time server's corrections and leap seconds are. */
  static final Duration STEP = Duration.ofSeconds(2);

  /** What the other clock said is good for so long. */
  static final Duration FRESH = Duration.ofSeconds(10);

  /** After so long without another clock the machine's is believed. */
  static final Duration ALONE = Duration.ofMinutes(1);

  private static final Duration TOGETHER = Duration.ofMillis(100);
  private static final Logger LOG = System.getLogger(SteadyClock.class.getName());

  private final InstantSource machine;
  private final LongSupplier ticks;
  private final ZoneId zone;
  private final AtomicReference<Mark> last;
  private final AtomicReference<@Nullable Mark> other;

  /** That it was so late when the ticks were there. */
  private record Mark(Instant time, long ticks, @Nullable Long jumped) {
    Instant at(long now) {
      return time.plusNanos(now - ticks);
    }

    boolean olderThan(Duration age, long now) {
      return now - ticks > age.toNanos();
    }
  }

  /** The time of this machine. */
  public SteadyClock(ZoneId zone) {
    this(InstantSource.system(), System::nanoTime, zone);
  }

  /**
   * A clock.
   *
   * @param machine the time of day, which may jump
   * @param ticks nanoseconds from any beginning, which go evenly
   */
  SteadyClock(InstantSource machine, LongSupplier ticks, ZoneId zone) {
    this(
        machine,
        ticks,
        zone,
        new AtomicReference<>(new Mark(machine.instant(), ticks.getAsLong(), null)),
        new AtomicReference<>());
  }

  private SteadyClock(
      InstantSource machine,
      LongSupplier ticks,
      ZoneId zone,
      AtomicReference<Mark> last,
      AtomicReference<@Nullable Mark> other) {
    this.machine = machine;
    this.ticks = ticks;
    this.zone = zone;
    this.last = last;
    this.other = other;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same time in another zone: what one of the two learns, both know. */
  @Override
  public Clock withZone(ZoneId wanted) {
    return new SteadyClock(machine, ticks, wanted, last, other);
  }

  @Override
  public Instant instant() {
    Mark read = read();
    long now = read.ticks();
    Instant set = read.time();
    Mark before = last.get();
    Instant even = before.at(now);
    if (Duration.between(even, set).abs().compareTo(STEP) <= 0) {
      follow(before, set, now, before.jumped() == null ? null : "The time of day is right again");
      return set;
    }
    if (before.jumped() == null) {
      noticed(before, set, now);
    }
    return believed(last.get(), set, now) ? set : even;
  }

  /**
   * What another clock says, which does not depend on this machine.
   *
   * @param time its time
   * @param took how long the answer took; it is taken for the time in the middle
   */
  public void told(Instant time, Duration took) {
    other.set(new Mark(time.plus(took.dividedBy(2)), ticks.getAsLong(), null));
  }

  /**
   * By how much the machine's time of day is ahead of the other clock, negative when it is behind;
   * zero when nobody has said anything lately.
   */
  public Duration ahead() {
    long now = ticks.getAsLong();
    Mark said = other.get();
    return said == null || said.olderThan(FRESH, now)
        ? Duration.ZERO
        : Duration.between(said.at(now), machine.instant());
  }

  /** Both at once: a thread that was stopped between the two would take the pause for a jump. */
  private Mark read() {
    long before = ticks.getAsLong();
    Instant set = machine.instant();
    for (int tries = 0; ticks.getAsLong() - before > TOGETHER.toNanos() && tries < 9; tries++) {
      before = ticks.getAsLong();
      set = machine.instant();
    }
    return new Mark(set, before, null);
  }

  private void noticed(Mark before, Instant set, long now) {
    var marked = new Mark(before.at(now), now, now);
    if (last.compareAndSet(before, marked)) {
      LOG.log(
          Level.WARNING,
          "The time of day of this machine has jumped by {0} s; not followed until it is confirmed",
          Duration.between(marked.time(), set).toSeconds());
    }
  }

  /** Follows a jump that was noticed before, when there is reason to. */
  private boolean believed(Mark before, Instant set, long now) {
    Long jumped = before.jumped();
    if (jumped == null) {
      return false;
    }
    Mark said = other.get();
    if (said == null || said.olderThan(FRESH, now)) {
      return now - jumped > ALONE.toNanos()
          && follow(before, set, now, "Nobody else knows the time: the new time of day is taken");
    }
    // Also what was said before the jump is good: it goes on by the ticks.
    Duration toSet = Duration.between(said.at(now), set).abs();
    Duration toEven = Duration.between(said.at(now), before.at(now)).abs();
    return toSet.compareTo(toEven) < 0
        && follow(before, set, now, "The database confirms the new time of day: it is taken");
  }

  /** A mark each second is enough; of several threads that find the same, one marks. */
  private boolean follow(Mark before, Instant set, long now, @Nullable String why) {
    if (why == null && !before.olderThan(Duration.ofSeconds(1), now)) {
      return true;
    }
    if (last.compareAndSet(before, new Mark(set, now, null)) && why != null) {
      LOG.log(Level.WARNING, why);
    }
    return true;
  }
}
