package de.durchkommen.inventory;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds and takes away seats, within one transaction that has the centre for itself. */
final class SeatWriter {
  private static final int ROWS_AT_ONCE = 250;

  private static final String TAKEN =
      "SELECT starts_at, lane FROM seat WHERE centre_id = ? AND starts_at >= ? AND starts_at < ?";

  private static final String FIRSTS =
      """
      SELECT COUNT(*) FROM seat
      WHERE centre_id = ? AND vaccine_id = ? AND dose = 1 AND starts_at >= ? AND starts_at < ?
      """;

  private static final String CLOSED =
      "SELECT day FROM centre_closure WHERE centre_id = ? AND day IN (?, ?)";

  private static final String INSERTED =
      "INSERT INTO seat (centre_id, vaccine_id, starts_at, dose, lane) VALUES ";

  private static final String REMOVABLE =
      """
      SELECT id FROM seat
      WHERE centre_id = ? AND vaccine_id = ? AND dose = ? AND starts_at >= ? AND starts_at < ?
        AND booked = 0 AND closed = 0 AND (held_until IS NULL OR held_until <= ?)
      ORDER BY lane DESC, starts_at DESC LIMIT ? FOR UPDATE SKIP LOCKED
      """;

  private final Sql sql;

  SeatWriter(Sql sql) {
    this.sql = sql;
  }

  /**
   * Adds these, or nothing at all when the centre is not any more as it was when this was planned.
   */
  boolean added(Addition addition) {
    CentreRows centres = new CentreRows(sql);
    if (!centres.locked(addition.centre()) || changed(addition)) {
      return false;
    }
    Optional<OpeningTimes> times = centres.times(addition.centre());
    if (times.isEmpty()) {
      return false;
    }
    var firsts = lanes(times.get(), addition.first()).taken(addition.firsts());
    var seconds = lanes(times.get(), addition.second()).taken(addition.seconds());
    if (firsts.size() < addition.firsts() || seconds.size() < addition.seconds()) {
      return false;
    }
    insert(addition, 1, firsts);
    insert(addition, 2, seconds);
    return true;
  }

  private boolean changed(Addition addition) {
    boolean closed =
        sql.first(
                CLOSED,
                row -> row.getString(1),
                List.of(addition.centre(), addition.first(), addition.second()))
            .isPresent();
    return closed || firsts(addition) != addition.expected();
  }

  private int firsts(Addition addition) {
    List<Object> values = new ArrayList<>(List.of(addition.centre(), addition.vaccine()));
    values.addAll(bounds(addition.first()));
    return sql.first(FIRSTS, row -> row.getInt(1), values).orElse(0);
  }

  private DayLanes lanes(OpeningTimes times, LocalDate day) {
    List<Object> values = new ArrayList<>(List.of(times.centre().id()));
    values.addAll(bounds(day));
    return new DayLanes(
        times,
        day,
        sql.rows(TAKEN, row -> new DayLanes.Place(Sql.local(row, 1), row.getInt(2)), values));
  }

  private void insert(Addition addition, int dose, List<DayLanes.Place> places) {
    for (int i = 0; i < places.size(); i += ROWS_AT_ONCE) {
      var some = places.subList(i, Math.min(places.size(), i + ROWS_AT_ONCE));
      List<Object> values = new ArrayList<>();
      for (DayLanes.Place place : some) {
        values.addAll(List.of(addition.centre(), addition.vaccine()));
        values.addAll(List.of(place.startsAt(), dose, place.lane()));
      }
      sql.update(INSERTED + Sql.tuples(some.size(), 5), values);
    }
  }

  /** Takes away these as far as they are free now; returns how many first doses went. */
  int removed(Surplus surplus, Instant now) {
    if (!new CentreRows(sql).locked(surplus.centre())) {
      return 0;
    }
    int firsts = removed(surplus, surplus.first(), 1, surplus.count(), now);
    surplus.second().ifPresent(day -> removed(surplus, day, 2, firsts, now));
    return firsts;
  }

  private int removed(Surplus surplus, LocalDate day, int dose, int count, Instant now) {
    List<Object> values = new ArrayList<>(List.of(surplus.centre(), surplus.vaccine(), dose));
    values.addAll(bounds(day));
    values.addAll(List.of(now, count));
    List<Long> seats = sql.rows(REMOVABLE, row -> row.getLong(1), values);
    for (int i = 0; i < seats.size(); i += ROWS_AT_ONCE) {
      List<Long> some = seats.subList(i, Math.min(seats.size(), i + ROWS_AT_ONCE));
      sql.update("DELETE FROM seat WHERE id IN (" + Sql.marks(some.size()) + ")", some);
    }
    return seats.size();
  }

  private static List<Object> bounds(LocalDate day) {
    return List.of(day.atStartOfDay(), day.plusDays(1).atStartOfDay());
  }
}
