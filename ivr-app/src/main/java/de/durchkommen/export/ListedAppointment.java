package de.durchkommen.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An appointment in the list of a day.
 *
 * @param startsAt local time in Hessen
 * @param dose 1 or 2
 * @param vaccine its name
 * @param confirmation six digits
 * @param name of the person; null when it is not known
 * @param birthDate of the person
 * @param priorityGroup 1 to 9
 * @param language ISO 639-1
 */
record ListedAppointment(
    LocalDateTime startsAt,
    int dose,
    String vaccine,
    String confirmation,
    @Nullable String name,
    LocalDate birthDate,
    int priorityGroup,
    String language) {
  /** The row of {@link DayList#APPOINTMENTS} that the result stands on. */
  static ListedAppointment of(ResultSet row) throws SQLException {
    return new ListedAppointment(
        row.getObject(1, LocalDateTime.class),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getObject(6, LocalDate.class),
        row.getInt(7),
        row.getString(8));
  }
}
