package de.durchkommen.inventory;

import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditEvent.Channel;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Days on which centres are closed against their hours, within one transaction.
 *
 * <p>Closing marks every seat of the day, so that none is offered any more, not even one whose
 * appointment is cancelled or moved later. It frees nothing and moves nobody. Who holds a seat of
 * the day may still book it, since what was offered can be had; the list of people is read live, so
 * they are on it too.
 */
final class Closures {
  private static final String CLOSED =
      """
      INSERT INTO centre_closure (centre_id, day, reason, closed_by, closed_at)
      VALUES (?, ?, ?, ?, ?)
      ON DUPLICATE KEY UPDATE reason = VALUES(reason)
      """;

  private static final String MARKED =
      "UPDATE seat SET closed = ? WHERE centre_id = ? AND starts_at >= ? AND starts_at < ?";

  private static final String CONCERNED =
      """
      FROM seat JOIN appointment_pair pair ON pair.%1$s_seat_id = seat.id
      JOIN person ON person.id = pair.person_id
      LEFT JOIN closure_told told ON told.centre_id = seat.centre_id
        AND told.day = DATE(seat.starts_at) AND told.person_id = pair.person_id
      WHERE seat.centre_id = ? AND seat.starts_at >= ? AND seat.starts_at < ?
        AND seat.dose = %2$d AND seat.booked = 1
      """;

  private static final String FIRST = CONCERNED.formatted("first", 1);
  private static final String SECOND = CONCERNED.formatted("second", 2);

  private static final String PEOPLE =
      """
      SELECT pair.person_id, pair.confirmation, seat.dose, pair.first_at, pair.second_at,
        person.phone, person.language, told.told_at, told.told_by
      """;

  private static final String COUNTS = "SELECT COUNT(*), COUNT(told.person_id) ";

  private static final String TOLD =
      """
      INSERT INTO closure_told (centre_id, day, person_id, told_by, told_at)
      VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE told_at = told_at
      """;

  private final Sql sql;
  private final Instant now;

  Closures(Sql sql, Instant now) {
    this.sql = sql;
    this.now = now;
  }

  /** Closes a day; returns how many seats that are, or nothing when there is no such centre. */
  OptionalInt close(String centre, LocalDate day, String reason, String by) {
    if (!new CentreRows(sql).locked(centre)) {
      return OptionalInt.empty();
    }
    sql.update(CLOSED, List.of(centre, day, reason, by, now));
    return OptionalInt.of(marked(centre, day, true, by));
  }

  /** Opens a day again; returns how many seats that are, or nothing when it is not closed. */
  OptionalInt open(String centre, LocalDate day, String by) {
    if (!new CentreRows(sql).locked(centre) || !isClosed(centre, day)) {
      return OptionalInt.empty();
    }
    sql.update("DELETE FROM centre_closure WHERE centre_id = ? AND day = ?", List.of(centre, day));
    return OptionalInt.of(marked(centre, day, false, by));
  }

  private int marked(String centre, LocalDate day, boolean closed, String by) {
    List<Object> values = new ArrayList<>(List.of(closed));
    values.addAll(ofDay(centre, day));
    int seats = sql.update(MARKED, values);
    String action = closed ? "CENTRE_DAY_CLOSED" : "CENTRE_DAY_OPENED";
    AuditLog.add(sql, new AuditEvent(now, Channel.API, by, action, centre + " " + day, seats, ""));
    return seats;
  }

  boolean isClosed(String centre, LocalDate day) {
    return sql.first(
            "SELECT day FROM centre_closure WHERE centre_id = ? AND day = ?",
            row -> true,
            List.of(centre, day))
        .isPresent();
  }

  /** Closed days after this one, so many at most. */
  List<Closure> list(String centre, LocalDate after, int most) {
    return sql
        .rows(
            "SELECT day, reason, closed_by, closed_at FROM centre_closure"
                + " WHERE centre_id = ? AND day > ? ORDER BY day LIMIT ?",
            row -> closure(centre, row),
            List.of(centre, after, most))
        .stream()
        .map(this::counted)
        .toList();
  }

  /** The closed ones among these days. */
  Set<LocalDate> among(String centre, LocalDate first, int days) {
    return Set.copyOf(
        sql.rows(
            "SELECT day FROM centre_closure WHERE centre_id = ? AND day >= ? AND day < ?",
            row -> row.getObject(1, LocalDate.class),
            List.of(centre, first, first.plusDays(days))));
  }

  private Closure counted(Closure found) {
    int toTell = 0;
    int told = 0;
    for (String concerned : List.of(FIRST, SECOND)) {
      int[] counts =
          sql.first(
                  COUNTS + concerned,
                  row -> new int[] {row.getInt(1), row.getInt(2)},
                  ofDay(found.centre(), found.day()))
              .orElseThrow();
      toTell += counts[0];
      told += counts[1];
    }
    return new Closure(
        found.centre(),
        found.day(),
        found.reason(),
        found.closedBy(),
        found.closedAt(),
        toTell,
        told);
  }

  /** Who has an appointment on this day, with a key after this one, so many at most. */
  List<ToTell> people(String centre, LocalDate day, long after, int most) {
    return concerned(" AND pair.person_id > ?", centre, day, after, most);
  }

  /** Ticks somebody off as told, once; tells whether the person is on the list. */
  boolean told(String centre, LocalDate day, long person, String by) {
    if (!isClosed(centre, day)
        || concerned(" AND pair.person_id = ?", centre, day, person, 1).isEmpty()) {
      return false;
    }
    sql.update(TOLD, List.of(centre, day, person, by, now));
    return true;
  }

  private List<ToTell> concerned(String whom, String centre, LocalDate day, long person, int most) {
    List<Object> values = new ArrayList<>();
    for (int dose = 1; dose <= 2; dose++) {
      values.addAll(ofDay(centre, day));
      values.add(person);
    }
    values.add(most);
    String either = PEOPLE + FIRST + whom + " UNION ALL " + PEOPLE + SECOND + whom;
    return sql.rows(either + " ORDER BY person_id LIMIT ?", Closures::toTell, values);
  }

  private static List<Object> ofDay(String centre, LocalDate day) {
    return List.of(centre, day.atStartOfDay(), day.plusDays(1).atStartOfDay());
  }

  private static Closure closure(String centre, ResultSet row) throws SQLException {
    return new Closure(
        centre,
        row.getObject(1, LocalDate.class),
        row.getString(2),
        row.getString(3),
        Sql.local(row, 4).toInstant(ZoneOffset.UTC),
        0,
        0);
  }

  private static ToTell toTell(ResultSet row) throws SQLException {
    return new ToTell(
        row.getLong(1),
        row.getString(2),
        row.getInt(3),
        Sql.local(row, 4),
        Sql.local(row, 5),
        row.getString(6),
        row.getString(7),
        Sql.instant(row, 8),
        row.getString(9));
  }
}
