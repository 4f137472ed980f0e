package de.durchkommen.export;

import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who comes to a centre on a day, in the order of time.
 *
 * @param centreId its key
 * @param centre its name
 * @param day in Hessen
 * @param appointments in the order of time
 */
public record DayList(
    String centreId, String centre, LocalDate day, List<ListedAppointment> appointments) {
  /** More than any centre has in a day: Hessen got 49,000 doses a week for all of them. */
  static final int MOST = 20_000;

  private static final String CENTRE = "SELECT name FROM centre WHERE id = ?";

  /** Values: centre, first moment, first moment of the next day; twice. */
  static final String APPOINTMENTS =
      appointments("first_seat_id")
          + " UNION ALL "
          + appointments("second_seat_id")
          + " ORDER BY 1, 4 LIMIT "
          + MOST;

  /** Copies the list. */
  public DayList {
    appointments = List.copyOf(appointments);
  }

  /** As what it is written. */
  public enum Format {
    /** RFC 4180. */
    CSV,
    /** RFC 5545. */
    ICS
  }

  private static String appointments(String seat) {
    return "SELECT seat.starts_at, seat.dose, vaccine.name, pair.confirmation, person.name,"
        + " person.birth_date, person.priority_group, person.language"
        + " FROM seat JOIN appointment_pair pair ON pair."
        + seat
        + " = seat.id JOIN person ON person.id = pair.person_id"
        + " JOIN vaccine ON vaccine.id = seat.vaccine_id"
        + " WHERE seat.centre_id = ? AND seat.starts_at >= ? AND seat.starts_at < ?";
  }

  private static List<Object> values(String centreId, LocalDate day) {
    List<Object> once = List.of(centreId, day.atStartOfDay(), day.plusDays(1).atStartOfDay());
    List<Object> twice = new ArrayList<>(once);
    twice.addAll(once);
    return twice;
  }

  /** The list by plain JDBC; empty when there is no such centre. */
  public static Optional<DayList> of(Connection connection, String centreId, LocalDate day)
      throws SQLException {
    List<String> centre = rows(connection, CENTRE, List.of(centreId), row -> row.getString(1));
    if (centre.isEmpty()) {
      return Optional.empty();
    }
    List<ListedAppointment> appointments =
        rows(connection, APPOINTMENTS, values(centreId, day), ListedAppointment::of);
    return Optional.of(new DayList(centreId, centre.get(0), day, appointments));
  }

  /** The same within a transaction of the application. */
  static Optional<DayList> of(Sql sql, String centreId, LocalDate day) {
    return sql.first(CENTRE, row -> row.getString(1), List.of(centreId))
        .map(centre ->
            new DayList(
                centreId,
                centre,
                day,
                sql.rows(APPOINTMENTS, ListedAppointment::of, values(centreId, day))));
  }

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static <T> List<T> rows(
      Connection connection, String sql, List<Object> values, Row<T> row) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int place = 1;
      for (Object value : values) {
        query.setObject(place++, value);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(row.of(rows));
        }
      }
      return found;
    }
  }

  /** How many appointments. */
  public int size() {
    return appointments.size();
  }

  /** Notes that somebody was given this list. */
  public void note(Connection connection, AuditEvent.Channel channel, String actor, Instant at)
      throws SQLException {
    AuditLog.add(connection, event(channel, actor, at));
  }

  AuditEvent event(AuditEvent.Channel channel, String actor, Instant at) {
    return new AuditEvent(
        at, channel, actor, "APPOINTMENTS_EXPORTED", centreId + " " + day, size(), "");
  }

  /**
   * Writes the list.
   *
   * @param now when it was made
   */
  public void write(Format format, OutputStream out, Instant now) throws IOException {
    switch (format) {
      case CSV -> CsvList.write(this, out);
      case ICS -> CalendarList.write(this, out, now);
    }
  }
}
