package de.durchkommen.booking;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the booking service is meant to be, in memory and without haste: by trying all pairs. */
final class Model {
  /** A seat as it was planned. */
  record Seat(long id, Centre centre, Vaccine vaccine, int dose, LocalDateTime at) {
    private boolean goesWith(Seat second) {
      long days = ChronoUnit.DAYS.between(at.toLocalDate(), second.at.toLocalDate());
      return dose == 1
          && second.dose == 2
          && centre.equals(second.centre)
          && vaccine.equals(second.vaccine)
          && vaccine.fewestDays() <= days
          && days <= vaccine.mostDays();
    }
  }

  /** What a seat is held with. */
  record Held(long token, Instant until) {}

  /** The pair that is to be offered; the second one is one of its day. */
  record Expected(Seat first, Seat second) {}

  /** In the order in which they are looked for: centres by distance, vaccines by their ids. */
  private final List<Centre> centres;

  private final List<Vaccine> vaccines;
  private final Map<Long, Seat> seats = new TreeMap<>();
  private final Map<Long, Held> held = new HashMap<>();
  private final Map<Long, HoldKey> pairs = new TreeMap<>();
  private final Set<Long> closed = new HashSet<>();

  Model(List<Centre> centres, List<Vaccine> vaccines) {
    this.centres = centres;
    this.vaccines = vaccines;
  }

  void add(Seat seat) {
    seats.put(seat.id(), seat);
  }

  Collection<Seat> seats() {
    return seats.values();
  }

  void close(Seat seat) {
    closed.add(seat.id());
  }

  Optional<HoldKey> pair(long person) {
    return Optional.ofNullable(pairs.get(person));
  }

  private boolean isBooked(long seat) {
    return pairs.values().stream().anyMatch(pair -> of(pair).anyMatch(id -> id == seat));
  }

  private static Stream<Long> of(HoldKey hold) {
    return Stream.of(hold.firstSeat(), hold.secondSeat());
  }

  boolean isWhole(HoldKey hold) {
    return of(hold).allMatch(seat -> isHeld(seat, hold));
  }

  private boolean isHeld(long seat, HoldKey hold) {
    Held by = held.get(seat);
    return by != null && by.token() == hold.token();
  }

  void hold(HoldKey hold, Instant until) {
    of(hold).forEach(seat -> held.put(seat, new Held(hold.token(), until)));
  }

  void release(HoldKey hold) {
    of(hold).filter(seat -> isHeld(seat, hold)).forEach(held::remove);
  }

  /** Books or moves. */
  void take(long person, HoldKey hold) {
    release(hold);
    pairs.put(person, hold);
  }

  void cancel(long person) {
    pairs.remove(person);
  }

  int reap(Instant before) {
    int all = held.size();
    held.values().removeIf(by -> by.until().isBefore(before));
    return all - held.size();
  }

  /** Which pair an offer must be; empty when nothing is free that fits. */
  Optional<Expected> offer(Wish wish, Instant now) {
    return searches(wish)
        .map(search -> search.stream().filter(seat -> isFree(seat, now)).toList())
        .flatMap(free -> best(pairs(free, wish, now)).stream())
        .findFirst();
  }

  private static Optional<Expected> best(List<Expected> all) {
    return all.stream()
        .min(
            Comparator.comparing((Expected pair) -> pair.first().at())
                .thenComparing(pair -> pair.second().at()));
  }

  /** Whether it is all booked. */
  boolean isSoldOut(Wish wish, Instant now) {
    return searches(wish).allMatch(search -> pairs(search, wish, now).isEmpty());
  }

  /** When the first hold ends of what is looked for. */
  Instant nextExpiry(Wish wish, Instant now) {
    return searches(wish)
        .flatMap(List::stream)
        .filter(seat -> seat.dose() == 2 ? isAfterLead(seat, wish, now) : suits(seat, wish, now))
        .flatMap(seat -> Stream.ofNullable(held.get(seat.id())))
        .map(Held::until)
        .filter(now::isBefore)
        .min(Instant::compareTo)
        .orElse(now.plus(Limits.HOLD));
  }

  private boolean isFree(Seat seat, Instant now) {
    Held by = held.get(seat.id());
    return by == null || !by.until().isAfter(now);
  }

  /** The seats of each search that are neither booked nor closed and at hours that suit. */
  private Stream<List<Seat>> searches(Wish wish) {
    return centres.stream()
        .filter(centre -> wish.centre().map(centre::equals).orElse(true))
        .flatMap(centre -> vaccines.stream().map(vaccine -> search(centre, vaccine, wish)));
  }

  private List<Seat> search(Centre centre, Vaccine vaccine, Wish wish) {
    return seats.values().stream()
        .filter(seat -> seat.centre().equals(centre) && seat.vaccine().equals(vaccine))
        .filter(seat -> wish.vaccine().map(vaccine.id()::equals).orElse(true))
        .filter(seat -> !closed.contains(seat.id()) && !isBooked(seat.id()))
        .filter(seat -> !seat.at().toLocalTime().isBefore(wish.hours().from()))
        .filter(seat -> !seat.at().toLocalTime().isAfter(wish.hours().until()))
        .toList();
  }

  private static List<Expected> pairs(List<Seat> search, Wish wish, Instant now) {
    List<Expected> found = new ArrayList<>();
    for (Seat first : search) {
      for (Seat second : search) {
        if (first.goesWith(second) && suits(first, wish, now)) {
          found.add(new Expected(first, second));
        }
      }
    }
    return found;
  }

  private static boolean suits(Seat first, Wish wish, Instant now) {
    return isAfterLead(first, wish, now)
        && wish.notAfter().map(day -> !first.at().toLocalDate().isAfter(day)).orElse(true);
  }

  private static boolean isAfterLead(Seat seat, Wish wish, Instant now) {
    LocalDateTime soonest = LocalDateTime.ofInstant(now.plus(Limits.LEAD), Limits.HESSEN);
    return !seat.at().isBefore(soonest) && !seat.at().toLocalDate().isBefore(wish.notBefore());
  }

  /** A line each, as the tables have them. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    pairs.forEach((person, pair) ->
        lines.add(
            "person %d %d %d %d"
                .formatted(person, pair.firstSeat(), pair.secondSeat(), pair.token())));
    for (Seat seat : seats.values()) {
      Held by = held.get(seat.id());
      lines.add(
          "seat %d %d %d %s"
              .formatted(
                  seat.id(),
                  isBooked(seat.id()) ? 1 : 0,
                  closed.contains(seat.id()) ? 1 : 0,
                  by == null ? "null null" : by.token() + " " + by.until().toEpochMilli()));
    }
    return lines;
  }
}
