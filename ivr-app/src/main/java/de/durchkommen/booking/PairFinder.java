package de.durchkommen.booking;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the first pairs of free seats for one search, as many as are wanted.
 *
 * <p>First doses are taken in the order of time. The second dose of each is on the earliest day of
 * the vaccine's interval that has one free, as near as can be to the same hour: people like to come
 * at the same time of day.
 *
 * <p>Candidates are read without a lock, along the index {@code seat_search}; then those wanted are
 * locked by their keys, skipping what somebody else has locked. So a search never waits, and it
 * locks what it takes and nothing beside it. (To search and lock in one query would lock the row
 * after the last one of the range too, which may be just the one that somebody else needs.)
 *
 * <p>A day whose first doses have no second one sends the search on to the first day that can have
 * one, not to the next seat: so it takes a few queries a day of stranded first doses.
 */
final class PairFinder {
  /** A seat that is free when it is read. */
  record Candidate(long id, LocalDateTime startsAt) {
    LocalDate day() {
      return startsAt.toLocalDate();
    }

    private int minutesApartFrom(Candidate other) {
      return Math.abs(minuteOfDay() - other.minuteOfDay());
    }

    private int minuteOfDay() {
      return startsAt.getHour() * 60 + startsAt.getMinute();
    }
  }

  /** Two seats that go together. */
  record Pair(Candidate first, Candidate second) {}

  private static final String FREE =
      " AND booked = 0 AND closed = 0 AND (held_until IS NULL OR held_until <= ?)";

  private static final String SEATS =
      """
      SELECT id, starts_at FROM seat FORCE INDEX (seat_search)
      WHERE vaccine_id = ? AND centre_id = ? AND dose = ? AND starts_at >= ? AND starts_at < ?
      """
          + FREE;

  private static final String IN_HOURS = " AND TIME(starts_at) BETWEEN ? AND ?";
  private static final String EARLIEST = " ORDER BY starts_at, id LIMIT ?";
  private static final String LATEST = " ORDER BY starts_at DESC, id DESC LIMIT ?";

  private final Sql sql;
  private final SeatSearch search;
  private final Instant now;

  /** Its own locks do not keep a transaction from finding seats a second time. */
  private final Set<Long> ours = new HashSet<>();

  /**
   * A search.
   *
   * @param now holds that end by then do not count
   */
  PairFinder(Sql sql, SeatSearch search, Instant now) {
    this.sql = sql;
    this.search = search;
    this.now = now;
  }

  /** The first pairs, each of them locked until the transaction ends; fewer when there are. */
  List<Pair> locked(int wanted) {
    List<Pair> found = new ArrayList<>();
    Optional<LocalDateTime> from = Optional.of(search.from());
    for (int inVain = 0; inVain < Limits.DAYS_SEARCHED && from.isPresent(); ) {
      int missing = wanted - found.size();
      List<Candidate> firsts = firsts(from.get(), missing);
      if (firsts.isEmpty()) {
        return found;
      }
      Day day = new Day(firsts.getFirst().day());
      List<Pair> more = day.pairs(firsts, missing);
      found.addAll(more);
      inVain += more.isEmpty() ? 1 : 0;
      if (found.size() >= wanted) {
        return found;
      }
      from = day.next();
    }
    return found;
  }

  /** The first pair of each of the next days, so many at most; nothing is locked. */
  List<Pair> seen(int most) {
    List<Pair> found = new ArrayList<>();
    Optional<LocalDateTime> from = Optional.of(search.from());
    for (int inVain = 0; inVain < Limits.DAYS_SEARCHED && from.isPresent(); ) {
      Optional<Candidate> first = earliest(1, from.get(), search.before(), 1).stream().findFirst();
      if (first.isEmpty()) {
        return found;
      }
      Day day = new Day(first.get().day());
      Optional<Candidate> second = day.seenSecond(first.get());
      second.ifPresent(seat -> found.add(new Pair(first.get(), seat)));
      inVain += second.isEmpty() ? 1 : 0;
      if (found.size() >= most) {
        return found;
      }
      from = day.next();
    }
    return found;
  }

  private List<Candidate> firsts(LocalDateTime from, int wanted) {
    List<Candidate> all = earliest(1, from, search.before(), Limits.SPARE + 2 * wanted);
    return all.stream().filter(seat -> seat.day().equals(all.getFirst().day())).toList();
  }

  private Optional<LocalDate> dayOfSecond(LocalDate from, LocalDateTime before) {
    return earliest(2, from.atStartOfDay(), before, 1).stream().findFirst().map(Candidate::day);
  }

  private List<Candidate> earliest(int dose, LocalDateTime from, LocalDateTime before, int some) {
    return candidates(EARLIEST, dose, from, before, some);
  }

  /** Those about this hour: from there along the index both ways, and no farther than needed. */
  private List<Candidate> nearest(LocalDate day, Candidate first, int some) {
    LocalDateTime hour = day.atTime(first.startsAt().toLocalTime());
    LocalDateTime end = day.plusDays(1).atStartOfDay();
    return Stream.of(
            candidates(EARLIEST, 2, hour, end, some),
            candidates(LATEST, 2, day.atStartOfDay(), hour, some))
        .flatMap(List::stream)
        .sorted(nearestTo(first))
        .limit(some)
        .toList();
  }

  private static Comparator<Candidate> nearestTo(Candidate first) {
    return comparingInt((Candidate seat) -> seat.minutesApartFrom(first))
        .thenComparing(comparing(Candidate::startsAt))
        .thenComparing(comparingLong(Candidate::id));
  }

  private List<Candidate> candidates(
      String order, int dose, LocalDateTime from, LocalDateTime before, int some) {
    List<Object> values = new ArrayList<>();
    values.addAll(List.of(search.vaccine().id(), search.centre().id(), dose, from, before, now));
    boolean anyHour = search.hours().equals(Daypart.ANY);
    if (!anyHour) {
      values.addAll(List.of(search.hours().from(), search.hours().until()));
    }
    values.add(some + ours.size());
    return sql
        .rows(
            SEATS + (anyHour ? "" : IN_HOURS) + order,
            row -> new Candidate(row.getLong(1), Sql.local(row, 2)),
            values)
        .stream()
        .filter(seat -> !ours.contains(seat.id()))
        .limit(some)
        .toList();
  }

  /** Those of the seats that are still free and that nobody else has locked. */
  private Set<Long> lock(List<Candidate> seats) {
    if (seats.isEmpty()) {
      return Set.of();
    }
    List<Object> values = new ArrayList<>();
    seats.stream().map(Candidate::id).sorted().forEach(values::add);
    values.add(now);
    Set<Long> locked =
        new HashSet<>(
            sql.rows(
                "SELECT id FROM seat FORCE INDEX (PRIMARY) WHERE id IN ("
                    + Sql.marks(seats.size())
                    + ")"
                    + FREE
                    + " FOR UPDATE SKIP LOCKED",
                row -> row.getLong(1),
                values));
    ours.addAll(locked);
    return locked;
  }

  /** First doses of one day, and the second ones that go with them. */
  private final class Day {
    private final LocalDate date;
    private final LocalDate end;
    private final Optional<LocalDate> earliestSecond;

    Day(LocalDate date) {
      this.date = date;
      this.end = date.plusDays(search.vaccine().mostDays() + 1L);
      this.earliestSecond =
          dayOfSecond(date.plusDays(search.vaccine().fewestDays()), end.atStartOfDay());
    }

    /**
     * The earliest time to look at after this day. When it has no second doses, that is the first
     * day that has any within its interval.
     */
    Optional<LocalDateTime> next() {
      Optional<LocalDate> next =
          earliestSecond.isPresent()
              ? Optional.of(date.plusDays(1))
              : dayOfSecond(end, Limits.EVER)
                  .map(day -> day.minusDays(search.vaccine().mostDays()));
      return next.map(LocalDate::atStartOfDay);
    }

    List<Pair> pairs(List<Candidate> firsts, int wanted) {
      if (earliestSecond.isEmpty()) {
        return List.of();
      }
      Optional<LocalDate> day = earliestSecond;
      List<Candidate> left = new ArrayList<>(lockedFirsts(firsts, wanted));
      List<Pair> found = new ArrayList<>();
      while (day.isPresent() && !left.isEmpty()) {
        List<Pair> more = on(day.get(), left);
        found.addAll(more);
        more.forEach(pair -> left.remove(pair.first()));
        day = left.isEmpty() ? day : dayOfSecond(day.get().plusDays(1), end.atStartOfDay());
      }
      return found;
    }

    private List<Candidate> lockedFirsts(List<Candidate> firsts, int wanted) {
      List<Candidate> locked = new ArrayList<>();
      for (int next = 0; next < firsts.size() && locked.size() < wanted; ) {
        int some = Math.min(wanted - locked.size(), firsts.size() - next);
        List<Candidate> tried = firsts.subList(next, next + some);
        Set<Long> ours = lock(tried);
        tried.stream().filter(seat -> ours.contains(seat.id())).forEach(locked::add);
        next += some;
      }
      return locked;
    }

    /**
     * Pairs for these first doses on this day; each round takes the nearest, until none is left.
     */
    private List<Pair> on(LocalDate day, List<Candidate> firsts) {
      List<Candidate> seconds =
          new ArrayList<>(nearest(day, firsts.getFirst(), Limits.SPARE + 2 * firsts.size()));
      List<Candidate> left = new ArrayList<>(firsts);
      List<Pair> found = new ArrayList<>();
      while (!left.isEmpty() && !seconds.isEmpty()) {
        List<Pair> chosen = chosen(left, seconds);
        Set<Long> ours = lock(chosen.stream().map(Pair::second).toList());
        for (Pair pair : chosen) {
          seconds.remove(pair.second());
          if (ours.contains(pair.second().id())) {
            left.remove(pair.first());
            found.add(pair);
          }
        }
      }
      return found;
    }

    private static List<Pair> chosen(List<Candidate> firsts, List<Candidate> seconds) {
      List<Candidate> left = new ArrayList<>(seconds);
      List<Pair> chosen = new ArrayList<>();
      for (Candidate first : firsts) {
        Optional<Candidate> second = left.stream().min(nearestTo(first));
        if (second.isEmpty()) {
          break;
        }
        left.remove(second.get());
        chosen.add(new Pair(first, second.get()));
      }
      return chosen;
    }

    Optional<Candidate> seenSecond(Candidate first) {
      return earliestSecond.stream().flatMap(day -> nearest(day, first, 1).stream()).findFirst();
    }
  }
}
