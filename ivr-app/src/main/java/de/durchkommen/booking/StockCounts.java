package de.durchkommen.booking;

import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is left. A count reads every free seat of what is asked for, so one that is younger
 * than {@link Limits#COUNT_AGE} is told again, with its own time.
 */
final class StockCounts {
  /** So many different questions are remembered. */
  private static final int MOST = 1_000;

  private record Counted(Stock stock, Instant at) {}

  private final Map<Wish, Counted> counted = new ConcurrentHashMap<>();
  private final Database database;
  private final Clock clock;

  StockCounts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Stock left(Wish wish, Atlas atlas) {
    Instant now = Limits.now(clock);
    @Nullable Counted known = counted.get(wish);
    if (known != null && now.isBefore(known.at().plus(Limits.COUNT_AGE))) {
      return known.stock();
    }
    Stock stock =
        database.answer(
            entities -> {
              Sql sql = new Sql(entities);
              return new StockQuery(sql, now).left(SeatSearch.of(wish, sql, atlas, now));
            },
            Stock.Unknown::new);
    if (!(stock instanceof Stock.Unknown)) {
      counted.values().removeIf(old -> !now.isBefore(old.at().plus(Limits.COUNT_AGE)));
      if (counted.size() < MOST) {
        counted.put(wish, new Counted(stock, now));
      }
    }
    return stock;
  }
}
