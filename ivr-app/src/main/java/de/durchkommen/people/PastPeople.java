package de.durchkommen.people;

import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Those whose last appointment is over, within one transaction.
 *
 * <p>With a person go their pair, its two seats (a booked seat without a pair would look like a
 * lost one) and their tries on the telephone. What stays are numbers: how many seats were taken on
 * a day in {@code seat_day_count}, and {@code appointment_event}, whose person then is nobody.
 */
final class PastPeople {
  /** Reports that go at once. */
  private static final int REPORTS_AT_ONCE = 100;

  private record Past(long person, long firstSeat, long secondSeat) {
    static Past of(ResultSet row) throws SQLException {
      return new Past(row.getLong(1), row.getLong(2), row.getLong(3));
    }
  }

  private final Sql sql;

  PastPeople(Sql sql) {
    this.sql = sql;
  }

  /**
   * Deletes some of those whose second appointment began before this local time.
   *
   * @return how many people
   */
  int delete(LocalDateTime before, int most) {
    List<Past> past = locked(before, most);
    if (past.isEmpty()) {
      return 0;
    }
    List<Long> people = past.stream().map(Past::person).toList();
    List<Long> seats =
        past.stream().flatMap(pair -> Stream.of(pair.firstSeat(), pair.secondSeat())).toList();
    count(seats);
    sql.update("DELETE FROM appointment_pair WHERE person_id IN " + of(people), people);
    sql.update("DELETE FROM seat WHERE id IN " + of(seats), seats);
    sql.update(
        "DELETE FROM code_attempt WHERE code IN (SELECT code FROM person WHERE id IN "
            + of(people)
            + ")",
        people);
    sql.update("DELETE FROM person WHERE id IN " + of(people), people);
    return past.size();
  }

  /**
   * Looked up without locks first, so that the look at all pairs hinders no booking; then locked,
   * if it still is so.
   */
  private List<Past> locked(LocalDateTime before, int most) {
    List<Long> people =
        sql.rows(
            "SELECT person_id FROM appointment_pair WHERE second_at < ? ORDER BY id LIMIT " + most,
            row -> row.getLong(1),
            List.of(before));
    if (people.isEmpty()) {
      return List.of();
    }
    List<Object> values = Stream.concat(people.stream(), Stream.of((Object) before)).toList();
    return sql.rows(
        "SELECT person_id, first_seat_id, second_seat_id FROM appointment_pair WHERE person_id IN "
            + of(people)
            + " AND second_at < ? ORDER BY id FOR UPDATE",
        Past::of,
        values);
  }

  private void count(List<Long> seats) {
    sql.update(
        "INSERT INTO seat_day_count (day, centre_id, vaccine_id, dose, taken)"
            + " SELECT DATE(starts_at), centre_id, vaccine_id, dose, COUNT(*) AS more FROM seat"
            + " WHERE id IN "
            + of(seats)
            + " GROUP BY DATE(starts_at), centre_id, vaccine_id, dose"
            + " ON DUPLICATE KEY UPDATE taken = taken + VALUES(taken)",
        seats);
  }

  /** Deletes some of the reports of imports from before this time. */
  void deleteReports(Instant before) {
    sql.update(
        "DELETE FROM people_import WHERE created_at < ? ORDER BY id LIMIT " + REPORTS_AT_ONCE,
        List.of(before));
  }

  private static String of(List<?> values) {
    return Sql.tuples(1, values.size());
  }
}
