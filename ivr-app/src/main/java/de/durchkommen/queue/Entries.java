package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import de.durchkommen.phone.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who comes in, within one round: each gets the old place back or a new one, in their order.
 *
 * <p>Known again is the same stay (its event is repeated), then the same call (it comes back by
 * itself after a crash), then the number, if whoever had the place with it is not on the line. Of a
 * number at which all are on the line, another caller is another person, until {@link Redials}
 * finds that they are not.
 */
final class Entries {
  private static final String LIVE =
      "SELECT " + Ticket.COLUMNS + " FROM queue_ticket WHERE queue = {queue} AND ";
  private static final String ORDER = " AND phase <> 'ENDED' ORDER BY priority, place";

  private static final String TAKEN =
      "UPDATE queue_ticket SET reach = 'PRESENT', phase = IF(phase = 'LOBBY', 'LOBBY', 'LINE'),"
          + " visit = ?, node_id = ?, call_id = ?,"
          + " phone = IF(promised, phone, COALESCE(?, phone)), language = ?,"
          + " priority = LEAST(priority, ?),"
          + " kept_until = NULL, awaited_until = NULL, next_try_at = NULL, tries = 0, failures = 0,"
          + " served_by = NULL"
          + " WHERE id = ?";

  private static final String ADDED =
      "INSERT INTO queue_ticket (phase, reach, priority, place, visit, node_id, call_id, phone,"
          + " language, entered_at, skill, queue) VALUES ";

  private static final int WIDTH = 12;

  private static final String SPOT =
      "SELECT priority, place FROM queue_ticket WHERE id = ? AND queue = {queue}";

  private final Sql sql;
  private final Gate gate;
  private final long node;
  private final Instant now;

  Entries(Sql sql, Gate gate, long node, Instant now) {
    this.sql = sql;
    this.gate = gate;
    this.node = node;
    this.now = now;
  }

  /**
   * What became of somebody who came in.
   *
   * @param state how far they are: in line, before the opening, or not let in to wait
   * @param returned whether they have the place that they had before
   */
  record Entry(Visit.State state, boolean returned) {
    private static final Entry SHUT = new Entry(Visit.State.SHUT, false);
  }

  /** Gives each a place; who has one already keeps it. */
  Map<Long, Entry> entered(List<Event.Entered> arrivals) {
    Map<Long, Entry> entries = new LinkedHashMap<>();
    if (arrivals.isEmpty()) {
      return entries;
    }
    Known known = known(arrivals);
    List<List<@Nullable Object>> taken = new ArrayList<>();
    List<Event.Entered> added = new ArrayList<>();
    for (Event.Entered arrival : arrivals) {
      Ticket same = known.visits.get(arrival.visit());
      if (same != null) {
        entries.put(arrival.visit(), entry(same.phase(), false));
        continue;
      }
      Ticket old = known.taken(arrival);
      if (old != null) {
        taken.add(taking(arrival, old));
        entries.put(arrival.visit(), entry(old.phase(), true));
      } else if (gate.phase() == Gate.Phase.SHUT) {
        entries.put(arrival.visit(), Entry.SHUT);
      } else {
        added.add(arrival);
        entries.put(arrival.visit(), entry(fresh(), false));
      }
    }
    sql.each(TAKEN, taken);
    add(added);
    return entries;
  }

  /** Who waits for the opening is not held on the line before it is time for that. */
  private Entry entry(Ticket.Phase phase, boolean returned) {
    if (phase != Ticket.Phase.LOBBY) {
      return new Entry(Visit.State.LINE, returned);
    }
    return gate.phase() == Gate.Phase.SHUT ? Entry.SHUT : new Entry(Visit.State.LOBBY, returned);
  }

  private Ticket.Phase fresh() {
    return gate.phase() == Gate.Phase.LOBBY ? Ticket.Phase.LOBBY : Ticket.Phase.LINE;
  }

  private List<@Nullable Object> taking(Event.Entered arrival, Ticket old) {
    Arrival who = arrival.arrival();
    @Nullable String phone = who.number().map(PhoneNumber::e164).orElse(null);
    return Arrays.<@Nullable Object>asList(
        arrival.visit(), node, who.callId(), phone, who.language(), who.priority(), old.id());
  }

  private void add(List<Event.Entered> added) {
    String phase = fresh().name();
    long place = gate.places(added.size());
    for (int from = 0; from < added.size(); from += QueueLimits.ROWS) {
      List<Event.Entered> some =
          added.subList(from, Math.min(added.size(), from + QueueLimits.ROWS));
      List<@Nullable Object> values = new ArrayList<>();
      for (Event.Entered arrival : some) {
        Arrival who = arrival.arrival();
        Spot spot = spot(who).orElse(null);
        values.addAll(Arrays.<@Nullable Object>asList(phase, "PRESENT"));
        values.add(spot == null ? who.priority() : spot.priority());
        values.add(spot == null ? place : spot.place());
        place++;
        values.addAll(Arrays.<@Nullable Object>asList(arrival.visit(), node, who.callId()));
        values.add(who.number().map(PhoneNumber::e164).orElse(null));
        values.addAll(List.of(who.language(), now));
        values.add(who.skill().orElse(null));
        values.add(gate.queue().number());
      }
      sql.update(ADDED + Sql.tuples(some.size(), WIDTH), values);
    }
  }

  private record Spot(int priority, long place) {}

  /** The place of the ticket that is to be gone on with. */
  private Optional<Spot> spot(Arrival who) {
    return who.instead().isEmpty()
        ? Optional.empty()
        : sql.first(
            gate.queue().in(SPOT),
            row -> new Spot(row.getInt(1), row.getLong(2)),
            List.of(who.instead().getAsLong()));
  }

  /** The live tickets that somebody of these may have had. */
  private Known known(List<Event.Entered> arrivals) {
    Known known = new Known();
    found("visit", arrivals.stream().map(Event.Entered::visit).toList()).stream()
        .filter(ticket -> !ticket.isVacant())
        .forEach(ticket -> known.visits.put(Objects.requireNonNull(ticket.visit()), ticket));
    found("call_id", arrivals.stream().map(arrival -> arrival.arrival().callId()).toList())
        .forEach(
            ticket -> known.calls.putIfAbsent(Objects.requireNonNull(ticket.callId()), ticket));
    List<String> numbers =
        arrivals.stream()
            .flatMap(arrival -> arrival.arrival().number().stream())
            .map(PhoneNumber::e164)
            .distinct()
            .toList();
    for (Ticket ticket : found("phone", numbers)) {
      if (ticket.isVacant()) {
        known
            .numbers
            .computeIfAbsent(Objects.requireNonNull(ticket.phone()), number -> new ArrayList<>())
            .add(ticket);
      }
    }
    known.reserve(arrivals);
    return known;
  }

  private List<Ticket> found(String column, Collection<?> values) {
    List<?> all = List.copyOf(values);
    List<Ticket> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += QueueLimits.ROWS) {
      List<?> some = all.subList(from, Math.min(all.size(), from + QueueLimits.ROWS));
      String where = column + " IN (" + Sql.marks(some.size()) + ")";
      found.addAll(sql.rows(gate.queue().in(LIVE) + where + ORDER, Ticket::of, some));
    }
    return found;
  }

  /** Tickets by what they are known by; each is given once. */
  private static final class Known {
    private final Map<Long, Ticket> visits = new HashMap<>();
    private final Map<String, Ticket> calls = new HashMap<>();
    private final Map<String, List<Ticket>> numbers = new HashMap<>();
    private final Map<Long, Ticket> back = new HashMap<>();
    private final Set<Long> given = new HashSet<>();

    /** After a crash calls come back by themselves, and before others at the same number. */
    private void reserve(List<Event.Entered> arrivals) {
      for (Event.Entered arrival : arrivals) {
        Ticket same = calls.get(arrival.arrival().callId());
        if (same != null && !visits.containsKey(arrival.visit()) && given.add(same.id())) {
          back.put(arrival.visit(), same);
        }
      }
    }

    private @Nullable Ticket taken(Event.Entered arrival) {
      Ticket same = back.get(arrival.visit());
      if (same != null) {
        return same;
      }
      List<Ticket> vacant =
          arrival.arrival().number().map(number -> numbers.get(number.e164())).orElse(List.of());
      for (Ticket ticket : vacant == null ? List.<Ticket>of() : vacant) {
        if (given.add(ticket.id())) {
          return ticket;
        }
      }
      return null;
    }
  }
}
