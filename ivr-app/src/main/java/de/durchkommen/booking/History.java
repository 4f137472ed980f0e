package de.durchkommen.booking;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who did what to which appointments; only ever added to. */
final class History {
  private static final String ADDED =
      "INSERT INTO appointment_event (at, kind, person_id, confirmation, centre_id, first_seat_id,"
          + " first_at, second_seat_id, second_at, channel, actor, reference) VALUES ";

  /** What happened. */
  enum Kind {
    BOOKED,
    MOVED,
    CANCELLED
  }

  /** One thing that happened; the pair as it is afterwards, or was before it was cancelled. */
  record Entry(Kind kind, StoredPair pair, Actor actor) {}

  private final Sql sql;
  private final Instant now;

  History(Sql sql, Instant now) {
    this.sql = sql;
    this.now = now;
  }

  /** Adds one or more. */
  void add(List<Entry> entries) {
    List<Object> values = new ArrayList<>();
    for (Entry entry : entries) {
      StoredPair pair = entry.pair();
      values.addAll(List.of(now, entry.kind().name(), pair.person(), pair.confirmation()));
      values.addAll(List.of(pair.centre(), pair.firstSeat(), pair.firstAt()));
      values.addAll(List.of(pair.secondSeat(), pair.secondAt()));
      Actor actor = entry.actor();
      values.addAll(List.of(actor.channel().name(), actor.name(), actor.reference()));
    }
    sql.update(ADDED + Sql.tuples(entries.size(), 12), values);
  }
}
