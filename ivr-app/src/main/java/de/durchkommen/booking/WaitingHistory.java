package de.durchkommen.booking;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened on the waiting list; only ever added to. */
final class WaitingHistory {
  private static final String ADDED =
      "INSERT INTO waiting_event (at, kind, entry_id, person_id, first_seat_id, second_seat_id,"
          + " channel, actor, reference) VALUES ";

  /** What happened. */
  enum Kind {
    SIGNED_UP,
    CHANGED,
    OFFERED,
    CALLED,
    RETURNED,
    BOOKED,
    DECLINED,
    UNREACHED,
    LEFT
  }

  /** One thing that happened; with the seats that it is about, if any. */
  record Event(Kind kind, long entry, long person, @Nullable HoldKey seats, Actor actor) {
    static Event of(Kind kind, WaitingEntry entry, Actor actor) {
      return new Event(kind, entry.id(), entry.person(), entry.hold(), actor);
    }
  }

  private final Sql sql;
  private final Instant now;

  WaitingHistory(Sql sql, Instant now) {
    this.sql = sql;
    this.now = now;
  }

  void add(List<Event> events) {
    if (events.isEmpty()) {
      return;
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (Event event : events) {
      @Nullable HoldKey seats = event.seats();
      values.addAll(List.of(now, event.kind().name(), event.entry(), event.person()));
      values.add(seats == null ? null : seats.firstSeat());
      values.add(seats == null ? null : seats.secondSeat());
      Actor actor = event.actor();
      values.addAll(List.of(actor.channel().name(), actor.name(), actor.reference()));
    }
    sql.update(ADDED + Sql.tuples(events.size(), 9), values);
  }
}
