package de.durchkommen.booking;

import de.durchkommen.booking.PairFinder.Pair;
import de.durchkommen.database.Sql;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Offers what is free to those on the waiting list, in their order, within one transaction.
 *
 * <p>There is a line for each centre. As many pairs as people stand in a line are looked for and
 * locked; the first of all lines take them, each at the nearest centre that has one left. A search
 * never waits for somebody else's lock, and an entry that another transaction has locked is passed
 * over: what it would have got stays free for the next turn.
 *
 * <p>When nobody waits that is one query; when all is sold out, one more for each line and vaccine.
 */
final class WaitingTurns {
  private static final String HELD = "UPDATE seat SET held_by = ?, held_until = ? WHERE id = ?";
  private static final Actor LIST = Actor.system("waiting list");

  /** The head of a line, and the pairs that are free there. */
  private record Line(List<Long> entries, Deque<Free> free) {}

  private record Free(SeatSearch search, Pair pair) {}

  private record Turn(WaitingEntry entry, HoldKey hold, Instant until) {}

  private final Sql sql;
  private final Atlas atlas;
  private final RandomGenerator random;
  private final WaitingTerms terms;
  private final Instant now;
  private final WaitingLines lines;
  private int offers;

  WaitingTurns(Sql sql, Atlas atlas, RandomGenerator random, WaitingTerms terms, Instant now) {
    this.sql = sql;
    this.atlas = atlas;
    this.random = random;
    this.terms = terms;
    this.now = now;
    this.lines = new WaitingLines(sql);
  }

  /** Pairs that begin from then on suit the list; local time in Hessen. */
  LocalDateTime reach() {
    return terms.reach(now);
  }

  /** How many were offered a pair. */
  int offers() {
    return offers;
  }

  /** Serves the first in line; returns the centres for which somebody still waits afterwards. */
  Set<String> served() {
    Set<String> waitedFor = lines.centres();
    Map<String, Line> open = new LinkedHashMap<>();
    for (String centre : waitedFor) {
      line(centre).ifPresent(line -> open.put(centre, line));
    }
    List<Turn> turns = open.isEmpty() ? List.of() : turns(open);
    if (turns.isEmpty()) {
      return waitedFor;
    }
    write(turns);
    offers += turns.size();
    return lines.centres();
  }

  /** Empty when nothing is free there. */
  private Optional<Line> line(String id) {
    List<Long> entries = lines.first(id, WaitingLimits.TOGETHER);
    Deque<Free> free = new ArrayDeque<>();
    for (Vaccine vaccine : atlas.vaccines(sql, now)) {
      Optional<Centre> centre = atlas.centre(sql, id, now);
      if (centre.isPresent() && free.size() < entries.size()) {
        SeatSearch search =
            new SeatSearch(centre.get(), vaccine, reach(), Limits.EVER, Daypart.ANY);
        new PairFinder(sql, search, now)
            .locked(entries.size() - free.size())
            .forEach(pair -> free.add(new Free(search, pair)));
      }
    }
    return free.isEmpty() ? Optional.empty() : Optional.of(new Line(entries, free));
  }

  private List<Turn> turns(Map<String, Line> open) {
    Set<Long> first = new TreeSet<>();
    for (Line line : open.values()) {
      line.entries().stream().limit(line.free().size()).forEach(first::add);
    }
    List<Turn> turns = new ArrayList<>();
    for (WaitingEntry entry : new WaitingEntries(sql).waiting(List.copyOf(first))) {
      nearest(entry, open).ifPresent(free -> turns.add(turn(entry, free)));
    }
    return turns;
  }

  /** The next pair at the nearest centre for which this entry waits. */
  private Optional<Free> nearest(WaitingEntry entry, Map<String, Line> open) {
    for (Centre centre : atlas.nearestFirst(sql, entry.postcode(), now)) {
      Line line = open.get(centre.id());
      if (line != null && !line.free().isEmpty() && line.entries().contains(entry.id())) {
        return Optional.of(line.free().remove());
      }
    }
    return Optional.empty();
  }

  private Turn turn(WaitingEntry entry, Free free) {
    Pair pair = free.pair();
    long token = random.nextLong(1, Long.MAX_VALUE);
    return new Turn(
        entry,
        new HoldKey(token, pair.first().id(), pair.second().id()),
        terms.until(terms.hours().next(now), pair.first().startsAt()));
  }

  private void write(List<Turn> turns) {
    List<List<Object>> seats = new ArrayList<>();
    List<List<Object>> entries = new ArrayList<>();
    List<WaitingHistory.Event> events = new ArrayList<>();
    for (Turn turn : turns) {
      HoldKey hold = turn.hold();
      Instant until = turn.until();
      long id = turn.entry().id();
      seats.add(List.of(hold.token(), until, hold.firstSeat()));
      seats.add(List.of(hold.token(), until, hold.secondSeat()));
      List<Object> values = new ArrayList<>(List.of(now, until, hold.token()));
      values.addAll(List.of(hold.firstSeat(), hold.secondSeat(), terms.hours().next(now), id));
      entries.add(values);
      events.add(
          new WaitingHistory.Event(
              WaitingHistory.Kind.OFFERED, id, turn.entry().person(), hold, LIST));
    }
    sql.each(HELD, seats);
    new WaitingEntries(sql).offer(entries);
    lines.remove(turns.stream().map(turn -> turn.entry().id()).toList());
    new WaitingHistory(sql, now).add(events);
  }
}
