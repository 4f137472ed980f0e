package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who wants to be called back, is, or has shown who they are; within one round. */
final class Wishes {
  private static final String BY_VISIT =
      "SELECT " + Ticket.COLUMNS + " FROM queue_ticket WHERE visit = ? AND phase <> 'ENDED'";

  private static final String KEPT =
      "UPDATE queue_ticket SET reach = 'CALLBACK', phase = IF(phase = 'LOBBY', 'LOBBY', 'LINE'),"
          + " node_id = NULL, served_by = NULL, kept_until = NULL, awaited_until = NULL,"
          + " phone = ?, promised = 1,"
          + " tries = 0, failures = 0, next_try_at = ? WHERE id = ?";

  private static final String ADDED =
      "INSERT INTO queue_ticket (phase, reach, priority, place, visit, call_id, phone, language,"
          + " entered_at, next_try_at, skill, queue, promised)"
          + " VALUES (?, 'CALLBACK', ?, ?, ?, ?, ?, ?, ?, ?, ?, {queue}, 1)";

  private static final String COUNT =
      "SELECT COUNT(*) FROM queue_ticket WHERE phone = ? AND reach IN ('CALLBACK', 'RINGING')";

  private static final String ANSWERED =
      "UPDATE queue_ticket SET phase = 'DIALOGUE', reach = 'PRESENT', visit = ?, node_id = ?,"
          + " call_id = ?, kept_until = NULL, tries = tries + 1, admitted_at = ?"
          + " WHERE id = ? AND reach = 'RINGING' AND queue = {queue}";

  private final Sql sql;
  private final Gate gate;
  private final long node;
  private final Instant now;

  Wishes(Sql sql, Gate gate, long node, Instant now) {
    this.sql = sql;
    this.gate = gate;
    this.node = node;
    this.now = now;
  }

  /** Whether each wish was noted; {@code false} when too many wait for a call at the number. */
  Map<Long, Boolean> noted(List<Event.Wished> wishes) {
    Map<Long, Boolean> noted = new HashMap<>();
    wishes.forEach(wish -> noted.put(wish.visit(), noted(wish)));
    return noted;
  }

  private boolean noted(Event.Wished wish) {
    String phone = wish.number().e164();
    Ticket ticket = sql.first(BY_VISIT, Ticket::of, List.of(wish.visit())).orElse(null);
    if (ticket != null && ticket.isCalled()) {
      return true;
    }
    long waiting = sql.first(COUNT, row -> row.getLong(1), List.of(phone)).orElse(0L);
    if (waiting >= QueueLimits.CALLBACKS_A_NUMBER) {
      return false;
    }
    if (ticket == null) {
      add(wish, phone);
    } else {
      sql.update(KEPT, List.of(phone, now, ticket.id()));
    }
    return true;
  }

  /** Somebody who was not let in to wait; they take part in the next opening. */
  private void add(Event.Wished wish, String phone) {
    Arrival who = wish.arrival();
    String phase = gate.phase() == Gate.Phase.OPEN ? "LINE" : "LOBBY";
    long place = gate.places(1);
    List<@Nullable Object> values =
        Arrays.asList(
            phase,
            who.priority(),
            place,
            wish.visit(),
            who.callId(),
            phone,
            who.language(),
            now,
            now,
            who.skill().orElse(null));
    sql.update(gate.queue().in(ADDED), values);
  }

  /** Whether each was being called; they are in the dialogue then. */
  Map<Long, Boolean> answered(List<Event.Answered> answers) {
    Map<Long, Boolean> found = new HashMap<>();
    for (Event.Answered answer : answers) {
      String call = answer.arrival().callId();
      List<Object> values = List.of(answer.visit(), node, call, now, answer.ticket());
      boolean own =
          sql.update(gate.queue().in(ANSWERED), values) == 1
              || sql.first(BY_VISIT, Ticket::of, List.of(answer.visit())).isPresent();
      found.put(answer.visit(), own);
    }
    return found;
  }

  /** Each place is the person's; of two of theirs the better one stays. */
  void identified(List<Event.Identified> people) {
    for (Event.Identified person : people) {
      sql.first(BY_VISIT, Ticket::of, List.of(person.visit()))
          .ifPresent(ticket -> identified(ticket, person.person()));
    }
  }

  private void identified(Ticket own, long person) {
    String live =
        "SELECT " + Ticket.COLUMNS + " FROM queue_ticket WHERE live_person = ? AND queue = {queue}";
    Ticket other = sql.first(gate.queue().in(live), Ticket::of, List.of(person)).orElse(null);
    if (other != null && other.id() == own.id()) {
      return;
    }
    if (other != null && !other.isVacant()) {
      // The same person on two telephones: each has the place they came with.
      return;
    }
    if (other != null) {
      new Ends(sql, gate.queue(), now).end(List.of(other.id()), Ends.Outcome.MERGED);
      if (isBetter(other, own)) {
        sql.update(
            "UPDATE queue_ticket SET priority = ?, place = ? WHERE id = ?",
            List.of(other.priority(), other.place(), own.id()));
      }
      promised(other, own.id());
    }
    sql.update("UPDATE queue_ticket SET live_person = ? WHERE id = ?", List.of(person, own.id()));
  }

  /** What was promised with the place that has ended is promised with the one that stays. */
  private void promised(Ticket ended, long own) {
    String phone = ended.phone();
    if (ended.promised() && phone != null) {
      sql.update(
          "UPDATE queue_ticket SET promised = 1, phone = ? WHERE id = ?", List.of(phone, own));
    }
  }

  private static boolean isBetter(Ticket first, Ticket second) {
    return first.priority() < second.priority()
        || (first.priority() == second.priority() && first.place() < second.place());
  }
}
