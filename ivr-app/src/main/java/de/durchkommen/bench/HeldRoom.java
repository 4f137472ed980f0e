package de.durchkommen.bench;

import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.queue.Arrival;
import de.durchkommen.queue.Bell;
import de.durchkommen.queue.CallbackOutcome;
import de.durchkommen.queue.News;
import de.durchkommen.queue.Standing;
import de.durchkommen.queue.Stay;
import de.durchkommen.queue.WaitingRoom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A waiting room in memory from which nobody is let in: what it costs to hold a caller without the
 * database's part.
 */
final class HeldRoom implements WaitingRoom {
  private static final Duration BETWEEN_NEWS = Duration.ofSeconds(30);

  private final Clock clock;
  private final AtomicInteger places = new AtomicInteger();

  HeldRoom(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Stay enters(Arrival arrival) {
    return new Held(places.incrementAndGet());
  }

  @Override
  public Optional<Stay> answers(Arrival arrival, long ticket) {
    return Optional.empty();
  }

  /** Somebody whose position does not change. */
  private final class Held implements Stay {
    private final int position;
    private final Bell bell = new Bell();
    private Instant next = clock.instant();

    Held(int position) {
      this.position = position;
    }

    @Override
    public Standing standing() {
      return new Standing.Waiting(position, Optional.empty(), clock.instant());
    }

    @Override
    public Standing settled(Duration limit) {
      return standing();
    }

    @Override
    public Bell bell() {
      return bell;
    }

    @Override
    public boolean isReturned() {
      return false;
    }

    @Override
    public Optional<News> news() {
      return clock.instant().isBefore(next)
          ? Optional.empty()
          : Optional.of(
              new News(News.Kind.STILL, position, Optional.empty(), Optional.empty()));
    }

    @Override
    public void told(News news) {
      next = clock.instant().plus(BETWEEN_NEWS);
    }

    @Override
    public boolean isCallbackPossible() {
      return false;
    }

    @Override
    public CallbackOutcome callBack(PhoneNumber number) {
      throw new UnsupportedOperationException("Nobody asks for it in a measurement");
    }

    @Override
    public void identified(long person) {
      // Nobody says who they are here.
    }

    @Override
    public void served() {
      // Nobody is let in.
    }

    @Override
    public void close() {
      // Nothing is kept.
    }

    @Override
    public Duration patience() {
      return Duration.between(clock.instant(), next);
    }
  }
}
