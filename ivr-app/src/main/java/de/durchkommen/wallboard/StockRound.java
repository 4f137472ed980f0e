package de.durchkommen.wallboard;

import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.Centre;
import de.durchkommen.booking.Stock;
import de.durchkommen.booking.Wish;
import de.durchkommen.wallboard.Board.CentreStock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Counts what is left, one centre after the other: a count reads each free seat of its centre. When
 * nobody can tell, the last count stays, with its time.
 */
final class StockRound {
  /** Centres are shown by name; any postcode of Hessen does. */
  private static final String ANY = "60311";

  private final Supplier<List<Centre>> centres;
  private final Function<Centre, Stock> left;
  private final Clock clock;
  private final Map<String, CentreStock> counted = new ConcurrentHashMap<>();
  private int next;

  /**
   * Counts by these.
   *
   * @param centres all of them; none when nobody can tell
   * @param left what is left of one
   */
  StockRound(Supplier<List<Centre>> centres, Function<Centre, Stock> left, Clock clock) {
    this.centres = centres;
    this.left = left;
    this.clock = clock;
  }

  /** Counts at this desk. */
  static StockRound at(BookingDesk desk, Clock clock) {
    return new StockRound(
        () -> desk.centres(ANY),
        centre -> {
          LocalDate today = LocalDate.ofInstant(clock.instant(), WallboardLimits.HESSEN);
          return desk.stock(new Wish(Optional.of(centre), ANY, today));
        },
        clock);
  }

  /** Counts the next centre. */
  synchronized void step() {
    List<Centre> all = centres.get().stream().sorted(Comparator.comparing(Centre::name)).toList();
    if (all.isEmpty()) {
      return;
    }
    counted.keySet().retainAll(all.stream().map(Centre::id).toList());
    Centre centre = all.get(next % all.size());
    next = (next + 1) % all.size();
    told(centre, left.apply(centre), WallboardLimits.now(clock))
        .ifPresent(stock -> counted.put(centre.id(), stock));
  }

  private static Optional<CentreStock> told(Centre centre, Stock stock, Instant now) {
    return switch (stock) {
      case Stock.Available(int pairs, Instant asOf) ->
          Optional.of(of(centre, "AVAILABLE", pairs, asOf));
      case Stock.AllHeld(Instant _) -> Optional.of(of(centre, "ALL_HELD", 0, now));
      case Stock.SoldOut(Instant asOf) -> Optional.of(of(centre, "SOLD_OUT", 0, asOf));
      case Stock.Unknown(String _) -> Optional.empty();
    };
  }

  private static CentreStock of(Centre centre, String kind, int pairs, Instant at) {
    return new CentreStock(
        centre.id(), centre.name(), kind, pairs, at.truncatedTo(ChronoUnit.MINUTES));
  }

  /** What has been counted, by name. */
  List<CentreStock> counted() {
    return counted.values().stream().sorted(Comparator.comparing(CentreStock::name)).toList();
  }
}
