package de.durchkommen.booking;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Holds in the database: two columns of both seats. */
final class HoldRows {
  private static final String RENEWED =
      "UPDATE seat SET held_until = ? WHERE id = ? AND held_by = ? AND booked = 0";

  private static final String HELD =
      "SELECT id FROM seat FORCE INDEX (PRIMARY)"
          + " WHERE id IN (?, ?) AND held_by = ? AND booked = 0 ORDER BY id FOR UPDATE";

  private static final String RUN_OUT =
      "SELECT id FROM seat WHERE held_until < ? AND booked = 0 LIMIT ?";

  private static final String REAPED =
      "UPDATE seat SET held_by = NULL, held_until = NULL"
          + " WHERE id = ? AND held_until < ? AND booked = 0";

  private static final String RELEASED =
      "UPDATE seat SET held_by = NULL, held_until = NULL"
          + " WHERE id IN (?, ?) AND held_by = ? AND booked = 0";

  private final Sql sql;

  HoldRows(Sql sql) {
    this.sql = sql;
  }

  /** Renews both seats of a hold, or none; tells whether it did. */
  boolean renewed(HoldKey hold, Instant until) {
    List<Long> seats =
        sql.rows(
            HELD,
            row -> row.getLong(1),
            List.of(hold.firstSeat(), hold.secondSeat(), hold.token()));
    if (seats.size() == 2) {
      renewed(List.of(hold), until);
    }
    return seats.size() == 2;
  }

  /** Renews what is still held of these. */
  void renewed(Collection<HoldKey> holds, Instant until) {
    List<List<Object>> rows = new ArrayList<>();
    for (HoldKey hold : holds) {
      rows.add(List.of(until, hold.firstSeat(), hold.token()));
      rows.add(List.of(until, hold.secondSeat(), hold.token()));
    }
    sql.each(RENEWED, rows);
  }

  /** Gives held seats back; those that somebody else holds or booked meanwhile stay theirs. */
  void release(HoldKey hold) {
    sql.update(RELEASED, List.of(hold.firstSeat(), hold.secondSeat(), hold.token()));
  }

  /** Takes holds that ended before this time off their seats; returns how many seats. */
  int reaped(Instant before) {
    List<Long> seats =
        sql.rows(RUN_OUT, row -> row.getLong(1), List.of(before, Limits.REAPED_AT_ONCE));
    sql.each(REAPED, seats.stream().map(seat -> List.<Object>of(seat, before)).toList());
    return seats.size();
  }
}
