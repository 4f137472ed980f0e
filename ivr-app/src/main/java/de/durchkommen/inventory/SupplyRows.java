package de.durchkommen.inventory;

import de.durchkommen.booking.Vaccine;
import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Vaccines and what is delivered of them, within one transaction. */
final class SupplyRows {
  private static final String VACCINES = "SELECT id, name, fewest_days, most_days FROM vaccine ";

  private static final String WEEKS =
      "SELECT monday, doses FROM supply WHERE vaccine_id = ? AND monday >= ?";

  private record Delivery(IsoWeek week, int doses) {}

  private final Sql sql;

  SupplyRows(Sql sql) {
    this.sql = sql;
  }

  /** All vaccines, in the order of their ids. */
  List<Vaccine> vaccines() {
    return sql.rows(VACCINES + "ORDER BY id", SupplyRows::vaccine, List.of());
  }

  Optional<Vaccine> vaccine(String id) {
    return sql.first(VACCINES + "WHERE id = ?", SupplyRows::vaccine, List.of(id));
  }

  /**
   * Adds a vaccine or gives one another name or interval; appointments keep the interval that was
   * in force when they were booked.
   */
  void put(Vaccine vaccine) {
    List<Object> interval = List.of(vaccine.id(), vaccine.fewestDays(), vaccine.mostDays());
    sql.update("INSERT IGNORE INTO vaccine_interval VALUES (?, ?, ?)", interval);
    sql.update(
        """
        INSERT INTO vaccine (id, name, fewest_days, most_days) VALUES (?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE name = VALUES(name), fewest_days = VALUES(fewest_days),
          most_days = VALUES(most_days)
        """,
        List.of(vaccine.id(), vaccine.name(), vaccine.fewestDays(), vaccine.mostDays()));
  }

  /** The pairs of each week for which a delivery is planned, from this week on. */
  Map<IsoWeek, Integer> pairs(String vaccine, IsoWeek from) {
    return sql.rows(WEEKS, SupplyRows::delivery, List.of(vaccine, from.monday())).stream()
        .collect(Collectors.toMap(Delivery::week, plan -> SeatPlan.pairs(plan.doses())));
  }

  /** The doses planned for a week; empty when nobody has planned it. */
  Optional<Integer> doses(String vaccine, IsoWeek week) {
    return sql.first(
        "SELECT doses FROM supply WHERE vaccine_id = ? AND monday = ?",
        row -> row.getInt(1),
        List.of(vaccine, week.monday()));
  }

  void put(String vaccine, IsoWeek week, int doses) {
    sql.update(
        """
        INSERT INTO supply (vaccine_id, monday, doses) VALUES (?, ?, ?)
        ON DUPLICATE KEY UPDATE doses = VALUES(doses)
        """,
        List.of(vaccine, week.monday(), doses));
  }

  private static Vaccine vaccine(ResultSet row) throws SQLException {
    return new Vaccine(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4));
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(new IsoWeek(row.getObject(1, LocalDate.class)), row.getInt(2));
  }
}
