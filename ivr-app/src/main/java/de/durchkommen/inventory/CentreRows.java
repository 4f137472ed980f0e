package de.durchkommen.inventory;

import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Centres in the database, within one transaction. */
final class CentreRows {
  private static final String DETAILS =
      """
      SELECT id, name, street, postcode, town, lat, lon, lanes, slot_minutes, open_on_holidays,
        weight
      FROM centre
      """;

  private static final String PUT =
      """
      INSERT INTO centre (id, name, street, postcode, town, lat, lon, lanes, slot_minutes,
        open_on_holidays, weight)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON DUPLICATE KEY UPDATE name = VALUES(name), street = VALUES(street),
        postcode = VALUES(postcode), town = VALUES(town), lat = VALUES(lat), lon = VALUES(lon),
        lanes = VALUES(lanes), slot_minutes = VALUES(slot_minutes),
        open_on_holidays = VALUES(open_on_holidays), weight = VALUES(weight)
      """;

  private final Sql sql;

  CentreRows(Sql sql) {
    this.sql = sql;
  }

  /** All of them, in the order of their ids. */
  List<OpeningTimes> all() {
    return sql.rows(DETAILS + "ORDER BY id", CentreRows::details, List.of()).stream()
        .map(this::times)
        .toList();
  }

  Optional<OpeningTimes> times(String id) {
    return details(id).map(this::times);
  }

  Optional<CentreDetails> details(String id) {
    return sql.first(DETAILS + "WHERE id = ?", CentreRows::details, List.of(id));
  }

  /**
   * Locks the centre until the transaction ends: closings and new seats of a centre wait for each
   * other. Tells whether there is one.
   */
  boolean locked(String id) {
    return sql.first(
            "SELECT id FROM centre WHERE id = ? FOR UPDATE", row -> row.getString(1), List.of(id))
        .isPresent();
  }

  /** Whether another centre has this name. */
  boolean nameTaken(String name, String id) {
    return sql.first(
            "SELECT id FROM centre WHERE name = ? AND id <> ?",
            row -> row.getString(1),
            List.of(name, id))
        .isPresent();
  }

  /** Adds it, or changes the one with its id. */
  void put(CentreDetails centre) {
    sql.update(
        PUT,
        List.of(
            centre.id(),
            centre.name(),
            centre.street(),
            centre.postcode(),
            centre.town(),
            centre.latitude(),
            centre.longitude(),
            centre.lanes(),
            centre.slotMinutes(),
            centre.openOnHolidays(),
            centre.weight()));
  }

  void putHours(String id, List<OpeningHours> hours) {
    sql.update("DELETE FROM centre_hours WHERE centre_id = ?", List.of(id));
    sql.each(
        "INSERT INTO centre_hours (centre_id, weekday, opens, closes) VALUES (?, ?, ?, ?)",
        hours.stream()
            .map(open -> List.of(id, open.weekday().getValue(), open.opens(), open.closes()))
            .toList());
  }

  void putBreaks(String id, List<Break> breaks) {
    sql.update("DELETE FROM centre_break WHERE centre_id = ?", List.of(id));
    sql.each(
        "INSERT INTO centre_break (centre_id, weekday, begins, ends) VALUES (?, ?, ?, ?)",
        breaks.stream()
            .map(pause -> List.of(id, pause.weekday().getValue(), pause.begins(), pause.ends()))
            .toList());
  }

  private OpeningTimes times(CentreDetails centre) {
    return new OpeningTimes(
        centre,
        sql.rows(
            "SELECT weekday, opens, closes FROM centre_hours WHERE centre_id = ? ORDER BY weekday",
            row -> new OpeningHours(weekday(row), time(row, 2), time(row, 3)),
            List.of(centre.id())),
        sql.rows(
            "SELECT weekday, begins, ends FROM centre_break WHERE centre_id = ?"
                + " ORDER BY weekday, begins",
            row -> new Break(weekday(row), time(row, 2), time(row, 3)),
            List.of(centre.id())));
  }

  private static CentreDetails details(ResultSet row) throws SQLException {
    return new CentreDetails(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getDouble(6),
        row.getDouble(7),
        row.getInt(8),
        row.getInt(9),
        row.getBoolean(10),
        row.getInt(11));
  }

  private static DayOfWeek weekday(ResultSet row) throws SQLException {
    return DayOfWeek.of(row.getInt(1));
  }

  private static LocalTime time(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalTime.class);
  }
}
