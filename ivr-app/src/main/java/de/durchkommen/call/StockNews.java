package de.durchkommen.call;

import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.Stock;
import de.durchkommen.booking.Wish;
import de.durchkommen.prompt.Utterance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How much is left in all Hessen, for those who wait: counted once for all of them every {@link
 * #FRESH}, and told with the time of the count.
 *
 * <p>Nothing is told when nobody can tell. That all is gone is told only after a count that found
 * it so, with the way to the waiting list.
 */
@ApplicationScoped
public class StockNews {
  /** How old a count may be that is told. */
  static final Duration FRESH = Duration.ofMinutes(1);

  /** In the middle of Hessen; the count is that of all centres, wherever one lives. */
  private static final String MIDDLE = "35390";

  private static final int MANY = 100;
  private static final int VERY_MANY = 1_000;
  private static final int TENS = 10;

  private final BookingDesk desk;
  private final Clock clock;
  private final ReentrantLock counting = new ReentrantLock();
  private volatile @Nullable Count last;

  /** What was found, and when. */
  private record Count(Stock stock, Instant at) {}

  /** For CDI's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  StockNews() {
    desk = null;
    clock = null;
  }

  /**
   * Takes what it counts with.
   *
   * @param clock the time in Hessen
   */
  @Inject
  public StockNews(BookingDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /** What can be said honestly of the stock; never keeps a caller waiting for another's count. */
  Optional<Utterance> told() {
    return fresh().flatMap(this::words);
  }

  private Optional<Stock> fresh() {
    Count known = last;
    if (known != null && known.at().plus(FRESH).isAfter(clock.instant())) {
      return Optional.of(known.stock());
    }
    if (!counting.tryLock()) {
      return Optional.empty();
    }
    try {
      Stock stock = desk.stock(new Wish(Optional.empty(), MIDDLE, LocalDate.now(clock)));
      last = new Count(stock, clock.instant());
      return Optional.of(stock);
    } finally {
      counting.unlock();
    }
  }

  private Optional<Utterance> words(Stock stock) {
    return switch (stock) {
      case Stock.Available(int count, Instant asOf) ->
          Optional.of(
              WaitingPrompts.STOCK.with(
                  Map.of("as_of", SignUp.time(asOf, clock), "count", atLeast(count))));
      case Stock.SoldOut(Instant asOf) ->
          Optional.of(
              WaitingPrompts.STOCK_SOLD_OUT.with(Map.of("as_of", SignUp.time(asOf, clock))));
      case Stock.AllHeld(Instant nextExpiry) -> Optional.empty();
      case Stock.Unknown(String why) -> Optional.empty();
    };
  }

  /** Rounded down to what can be kept in mind. */
  static int atLeast(int count) {
    int step = count > VERY_MANY ? MANY : count > MANY ? TENS : 1;
    return count / step * step;
  }
}
