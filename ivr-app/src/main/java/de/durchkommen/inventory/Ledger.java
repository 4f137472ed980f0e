package de.durchkommen.inventory;

import de.durchkommen.booking.Vaccine;
import de.durchkommen.inventory.Matching.Match;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What one centre has and can still take, while seats of one vaccine are planned. Nothing is asked
 * of the database here, and nothing written.
 */
final class Ledger {
  /** So many pairs are added in one transaction. */
  static final int PAIRS_AT_ONCE = 500;

  private final OpeningTimes times;
  private final Vaccine vaccine;
  private final LocalDate from;
  private final Set<LocalDate> closed;
  private final Map<LocalDate, Integer> taken = new HashMap<>();
  private final Map<LocalDate, Integer> firsts = new HashMap<>();
  private final Map<LocalDate, Integer> planned = new HashMap<>();
  private final SortedMap<LocalDate, Integer> freeFirsts = new TreeMap<>();
  private final SortedMap<LocalDate, Integer> freeSeconds = new TreeMap<>();

  /**
   * A centre without seats.
   *
   * @param from nothing is planned or taken away before this day
   * @param closed days that are closed against the hours
   */
  Ledger(OpeningTimes times, Vaccine vaccine, LocalDate from, Set<LocalDate> closed) {
    this.times = times;
    this.vaccine = vaccine;
    this.from = from;
    this.closed = closed;
  }

  /** Enters seats of the vaccine. */
  void enter(SeatCount seats) {
    enterOther(seats);
    if (seats.dose() == 1) {
      firsts.merge(seats.day(), seats.count(), Integer::sum);
      if (seats.counts()) {
        planned.merge(seats.day(), seats.count(), Integer::sum);
      }
    }
    if (seats.free() && !(seats.dose() == 1 && seats.day().isBefore(from))) {
      (seats.dose() == 1 ? freeFirsts : freeSeconds)
          .merge(seats.day(), seats.count(), Integer::sum);
    }
  }

  /** Enters seats of another vaccine, which take room. */
  void enterOther(SeatCount seats) {
    taken.merge(seats.day(), seats.count(), Integer::sum);
  }

  long weight() {
    return times.centre().weight();
  }

  /** First doses of a week that are part of the plan. */
  int planned(IsoWeek week) {
    return week.days().stream().mapToInt(day -> planned.getOrDefault(day, 0)).sum();
  }

  /** Plans so many more pairs whose first doses are in this week, as many as there is room for. */
  List<Addition> added(IsoWeek week, int pairs) {
    List<LocalDate> days = week.days().stream().filter(day -> capacity(day) > 0).toList();
    int there = days.stream().mapToInt(day -> planned.getOrDefault(day, 0)).sum();
    int[] even = Apportionment.parts(there + pairs, days.stream().map(this::capacity).toList());
    List<Addition> found = new ArrayList<>();
    Apportionment.Put<LocalDate> put = (day, count) -> add(day, count, found);
    int left =
        Apportionment.once(
            pairs,
            days,
            day -> Math.max(0, even[days.indexOf(day)] - planned.getOrDefault(day, 0)),
            put);
    Apportionment.all(left, days, this::capacity, put);
    return found;
  }

  private int add(LocalDate day, int count, List<Addition> found) {
    int left = count;
    for (LocalDate second : seconds(day).toList()) {
      int fitting = Math.min(left, Math.min(room(day), room(second)));
      for (int n = fitting; n > 0; n -= PAIRS_AT_ONCE) {
        found.add(addition(day, Math.min(n, PAIRS_AT_ONCE), second, Math.min(n, PAIRS_AT_ONCE)));
      }
      left -= Math.max(0, fitting);
    }
    return count - left;
  }

  private Addition addition(LocalDate first, int firstDoses, LocalDate second, int secondDoses) {
    int expected = firsts.getOrDefault(first, 0);
    firsts.merge(first, firstDoses, Integer::sum);
    planned.merge(first, firstDoses, Integer::sum);
    taken.merge(first, firstDoses, Integer::sum);
    taken.merge(second, secondDoses, Integer::sum);
    return new Addition(
        times.centre().id(), vaccine.id(), first, firstDoses, second, secondDoses, expected);
  }

  /** Plans second doses for free first ones that have none. */
  List<Addition> secondsAdded() {
    List<Addition> found = new ArrayList<>();
    for (Match match : matches()) {
      if (match.second().isEmpty()) {
        int left = match.count();
        for (LocalDate second : seconds(match.first()).toList()) {
          int fitting = Math.min(left, Math.min(room(second), PAIRS_AT_ONCE));
          if (fitting > 0) {
            found.add(addition(match.first(), 0, second, fitting));
            left -= fitting;
          }
        }
      }
    }
    return found;
  }

  /** How many free first doses have no second one. */
  int alone() {
    return matches().stream()
        .filter(match -> match.second().isEmpty())
        .mapToInt(Match::count)
        .sum();
  }

  /** So many free pairs of this week that may go, the latest days first; fewer when there are. */
  List<Surplus> surplus(IsoWeek week, int pairs) {
    List<Surplus> found = new ArrayList<>();
    int left = pairs;
    for (Match match : matches().reversed()) {
      int count = Math.min(left, match.count());
      if (count > 0 && IsoWeek.of(match.first()).equals(week)) {
        found.add(surplus(match.first(), match.second(), count));
        left -= count;
      }
    }
    return found;
  }

  private Surplus surplus(LocalDate first, Optional<LocalDate> second, int count) {
    for (Map<LocalDate, Integer> seats : List.of(freeFirsts, planned, firsts, taken)) {
      seats.merge(first, -count, Integer::sum);
    }
    second.ifPresent(day -> {
      freeSeconds.merge(day, -count, Integer::sum);
      taken.merge(day, -count, Integer::sum);
    });
    return new Surplus(times.centre().id(), vaccine.id(), first, second, count);
  }

  private List<Match> matches() {
    return Matching.of(freeFirsts, freeSeconds, vaccine);
  }

  /**
   * Days for the second doses of this day in the order of preference: whole weeks later, as few as
   * the interval allows, then the days after that, then those before.
   */
  private Stream<LocalDate> seconds(LocalDate first) {
    int fewest = vaccine.fewestDays();
    int most = vaccine.mostDays();
    int weeks = (fewest + 6) / 7 * 7;
    int start = weeks <= most ? weeks : fewest;
    return IntStream.concat(
            IntStream.rangeClosed(start, most),
            IntStream.range(fewest, start).map(day -> fewest + start - 1 - day))
        .mapToObj(first::plusDays);
  }

  private long capacity(LocalDate day) {
    return day.isBefore(from) || closed.contains(day) ? 0 : times.capacity(day);
  }

  private int room(LocalDate day) {
    return (int) capacity(day) - taken.getOrDefault(day, 0);
  }
}
