package de.durchkommen.booking;

import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How much is left of what some searches look for, within one transaction. */
final class StockQuery {
  private static final String LEFT =
      """
      FROM seat FORCE INDEX (seat_search)
      WHERE vaccine_id = ? AND centre_id = ? AND dose = ? AND booked = 0 AND closed = 0
        AND starts_at >= ? AND starts_at < ? AND TIME(starts_at) BETWEEN ? AND ?
      """;

  private static final String FREE_BY_DAY =
      "SELECT DATE(starts_at), COUNT(*) "
          + LEFT
          + " AND (held_until IS NULL OR held_until <= ?) GROUP BY DATE(starts_at)";

  private static final String DAYS = "SELECT DISTINCT DATE(starts_at), 1 " + LEFT;

  private static final String NEXT_EXPIRY =
      "SELECT MIN(held_until) " + LEFT + " AND held_until > ?";

  private final Sql sql;
  private final Instant now;

  StockQuery(Sql sql, Instant now) {
    this.sql = sql;
    this.now = now;
  }

  /** The answer for these searches together. */
  Stock left(List<SeatSearch> searches) {
    int pairs = searches.stream().mapToInt(this::freePairs).sum();
    return pairs > 0 ? new Stock.Available(pairs, now) : afterNothingFree(searches);
  }

  /** The answer when nothing is free. */
  Stock afterNothingFree(List<SeatSearch> searches) {
    return searches.stream().anyMatch(this::pairUnbooked)
        ? new Stock.AllHeld(nextExpiry(searches))
        : new Stock.SoldOut(now);
  }

  /**
   * How many people can get both doses. Day by day, each first dose takes the earliest second one
   * of its interval; as the intervals begin and end in the order of the days, no other choice
   * serves more (a maximum matching in a convex bipartite graph: Glover, "Maximum matching in a
   * convex bipartite graph", Naval Research Logistics Quarterly 14, 1967).
   */
  private int freePairs(SeatSearch search) {
    SortedMap<LocalDate, Integer> firsts = freeByDay(search, 1);
    SortedMap<LocalDate, Integer> seconds =
        firsts.isEmpty() ? new TreeMap<>() : freeByDay(search, 2);
    return pairs(firsts, seconds, search.vaccine());
  }

  static int pairs(
      SortedMap<LocalDate, Integer> firsts,
      SortedMap<LocalDate, Integer> seconds,
      Vaccine vaccine) {
    Deque<LocalDate> days = new ArrayDeque<>(seconds.keySet());
    SortedMap<LocalDate, Integer> left = new TreeMap<>(seconds);
    int pairs = 0;
    for (var first : firsts.entrySet()) {
      LocalDate earliest = first.getKey().plusDays(vaccine.fewestDays());
      LocalDate latest = first.getKey().plusDays(vaccine.mostDays());
      int missing = first.getValue();
      while (missing > 0 && !days.isEmpty() && !days.getFirst().isAfter(latest)) {
        LocalDate day = days.getFirst();
        int taken = day.isBefore(earliest) ? 0 : Math.min(missing, left.getOrDefault(day, 0));
        pairs += taken;
        missing -= taken;
        if (left.merge(day, -taken, Integer::sum) == 0 || day.isBefore(earliest)) {
          days.removeFirst();
        }
      }
    }
    return pairs;
  }

  private SortedMap<LocalDate, Integer> freeByDay(SeatSearch search, int dose) {
    List<Object> values = values(search, dose);
    values.add(now);
    SortedMap<LocalDate, Integer> found = new TreeMap<>();
    for (var day : sql.rows(FREE_BY_DAY, StockQuery::day, values)) {
      found.put(day.day(), day.count());
    }
    return found;
  }

  private boolean pairUnbooked(SeatSearch search) {
    List<DayCount> firsts = sql.rows(DAYS, StockQuery::day, values(search, 1));
    if (firsts.isEmpty()) {
      return false;
    }
    List<DayCount> seconds = sql.rows(DAYS, StockQuery::day, values(search, 2));
    Vaccine vaccine = search.vaccine();
    return firsts.stream()
        .anyMatch(first ->
            seconds.stream()
                .mapToLong(second -> second.day().toEpochDay() - first.day().toEpochDay())
                .anyMatch(days -> vaccine.fewestDays() <= days && days <= vaccine.mostDays()));
  }

  /** Seats that are being taken this moment have no hold yet; then it is a hold's time from now. */
  private Instant nextExpiry(List<SeatSearch> searches) {
    List<Instant> expiries = new ArrayList<>();
    for (SeatSearch search : searches) {
      for (int dose = 1; dose <= 2; dose++) {
        List<Object> values = values(search, dose);
        values.add(now);
        sql.rows(NEXT_EXPIRY, row -> Optional.ofNullable(Sql.instant(row, 1)), values)
            .forEach(found -> found.ifPresent(expiries::add));
      }
    }
    return expiries.stream().min(Instant::compareTo).orElse(now.plus(Limits.HOLD));
  }

  /** Second doses are not bound to the days wished for the first ones. */
  private static List<Object> values(SeatSearch search, int dose) {
    List<Object> values = new ArrayList<>();
    values.add(search.vaccine().id());
    values.add(search.centre().id());
    values.add(dose);
    values.add(search.from());
    values.add(dose == 1 ? search.before() : Limits.EVER);
    values.add(search.hours().from());
    values.add(search.hours().until());
    return values;
  }

  private record DayCount(LocalDate day, int count) {}

  private static DayCount day(ResultSet row) throws SQLException {
    return new DayCount(row.getObject(1, LocalDate.class), row.getInt(2));
  }
}
