package de.durchkommen.inventory;

import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * So many seats of one centre and vaccine are alike.
 *
 * @param day on which they begin
 * @param booked whether they have appointments
 * @param closed whether their day is closed
 */
record SeatCount(LocalDate day, int dose, boolean booked, boolean closed, int count) {
  /** Reads nothing but the index. */
  private static final String COUNTS =
      """
      SELECT DATE(starts_at), dose, booked, closed, COUNT(*) FROM seat FORCE INDEX (seat_search)
      WHERE vaccine_id = ? AND centre_id = ? AND dose IN (1, 2) AND booked IN (0, 1)
        AND closed IN (0, 1) AND starts_at >= ?
      GROUP BY DATE(starts_at), dose, booked, closed
      """;

  /** All from this day on. */
  static List<SeatCount> of(Sql sql, String centre, String vaccine, LocalDate from) {
    return sql.rows(COUNTS, SeatCount::count, List.of(vaccine, centre, from.atStartOfDay()));
  }

  /** Whether it is part of the plan: nobody will ever get what is closed and free. */
  boolean counts() {
    return booked || !closed;
  }

  /** Whether somebody can still get it. */
  boolean free() {
    return !booked && !closed;
  }

  private static SeatCount count(ResultSet row) throws SQLException {
    return new SeatCount(
        row.getObject(1, LocalDate.class),
        row.getInt(2),
        row.getBoolean(3),
        row.getBoolean(4),
        row.getInt(5));
  }
}
