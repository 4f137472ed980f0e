package de.durchkommen.wallboard;

import de.durchkommen.database.Sql;
import de.durchkommen.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A database in which a test makes a past: callers, talks, bookings. */
final class PastRows implements AutoCloseable {
  static final Duration IN_TIME = Duration.ofSeconds(20);

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("''yyyy-MM-dd HH:mm:ss.SSS''").withZone(ZoneOffset.UTC);

  final TestDatabase rows = TestDatabase.fresh();

  void clear() {
    for (String table : new String[] {"talk", "queue_ticket", "wallboard_span", "account"}) {
      rows.execute("DELETE FROM " + table);
    }
    rows.execute("TRUNCATE appointment_event");
    rows.execute("UPDATE wallboard_clock SET written_until = NULL, last_event = 0");
    rows.execute(
        "INSERT INTO account (id, name, shown_name, role, hash, must_change, created_at)"
            + " VALUES (1, 'anna', 'Frau Anna', 'AGENT', '-', 0, '2026-01-01')");
  }

  /** Somebody who is not there any more. */
  record Gone(
      int queue,
      Instant entered,
      @Nullable Instant admitted,
      Instant ended,
      String outcome,
      boolean promised,
      int returns) {
    static Gone served(int queue, Instant entered, Duration wait) {
      Instant admitted = entered.plus(wait);
      return new Gone(queue, entered, admitted, admitted.plusSeconds(60), "SERVED", false, 0);
    }

    static Gone abandoned(int queue, Instant entered, Duration wait) {
      return new Gone(queue, entered, null, entered.plus(wait), "ABANDONED", false, 0);
    }

    Gone calledBack() {
      return new Gone(queue, entered, admitted, ended, outcome, true, returns);
    }

    Gone returned() {
      return new Gone(queue, entered, admitted, ended, outcome, promised, 1);
    }
  }

  /** Returns the ticket's number. */
  long was(Gone gone) {
    rows.execute(
        "INSERT INTO queue_ticket (phase, reach, priority, place, language, entered_at,"
            + " admitted_at, ended_at, outcome, promised, returns, queue) VALUES ('ENDED', 'NONE', 5,"
            + " 1, 'de', %s, %s, %s, '%s', %d, %d, %d)"
                .formatted(
                    UTC.format(gone.entered()),
                    gone.admitted() == null ? "NULL" : UTC.format(gone.admitted()),
                    UTC.format(gone.ended()),
                    gone.outcome(),
                    gone.promised() ? 1 : 0,
                    gone.returns(),
                    gone.queue()));
    return Long.parseLong(rows.rows("SELECT MAX(id) FROM queue_ticket").getFirst());
  }

  /** An agent talked with the owner of this ticket. */
  void talked(long ticket, Instant begun) {
    rows.execute(
        "INSERT INTO talk (kind, call_id, account, phone, ticket, language, assigned_at, begun_at,"
            + " ended_at, ending) VALUES ('CALLER', 'call-%d', 1, 'a', %d, 'de', %s, %s, %s, 'OVER')"
                .formatted(
                    ticket,
                    ticket,
                    UTC.format(begun.minusSeconds(3)),
                    UTC.format(begun),
                    UTC.format(begun.plusSeconds(90))));
  }

  /** A pair was booked. */
  void booked(String channel, Instant at) {
    rows.execute(
        "INSERT INTO appointment_event (kind, person_id, confirmation, centre_id, first_seat_id,"
            + " first_at, second_seat_id, second_at, at, channel) VALUES ('BOOKED', 1, '123456',"
            + " 'kassel', 1, '2027-01-01', 2, '2027-01-30', %s, '%s')"
                .formatted(UTC.format(at), channel));
  }

  /** A row of the past. */
  void span(Instant at, int queue, int minutes, int entered, int booked) {
    rows.execute(
        "INSERT INTO wallboard_span (at, queue, minutes, entered, put_through, in_time, measured,"
            + " abandoned, booked) VALUES (%s, %d, %d, %d, 0, 0, 0, 0, %d)"
                .formatted(UTC.format(at), queue, minutes, entered, booked));
  }

  <T> T inOne(Function<Sql, T> work) {
    return rows.patient()
        .answer(
            entities -> work.apply(new Sql(entities)),
            why -> {
              throw new IllegalStateException(why);
            });
  }

  @Override
  public void close() {
    rows.close();
  }
}
