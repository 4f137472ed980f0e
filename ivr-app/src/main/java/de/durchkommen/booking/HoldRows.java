package de.durchkommen.booking;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds in the database: two columns of both seats. */
final class HoldRows {
  /**
   * All seats in one statement, from a list of [seat, token] in JSON: a statement for each seat
   * would take most of the time of a round.
   */
  private static final String HOLD =
      """
      UPDATE JSON_TABLE(?, '$[*]'
        COLUMNS (id BIGINT PATH '$[0]', token BIGINT PATH '$[1]')) asked
      STRAIGHT_JOIN seat ON seat.id = asked.id
      SET seat.held_by = asked.token, seat.held_until = ?
      """;

  private static final String RENEWED =
      "UPDATE seat SET held_until = ? WHERE id = ? AND held_by = ? AND booked = 0";

  private static final String HELD =
      "SELECT id, held_by FROM seat FORCE INDEX (PRIMARY)"
          + " WHERE booked = 0 AND held_by IS NOT NULL AND id IN ";

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

  /** Holds seats that this transaction has found free and locked. */
  void hold(Collection<HoldKey> holds, Instant until) {
    if (!holds.isEmpty()) {
      sql.update(HOLD, List.of(seatsWithTokens(holds), until));
    }
  }

  private static String seatsWithTokens(Collection<HoldKey> holds) {
    return holds.stream()
        .flatMap(hold ->
            Stream.of(hold.firstSeat(), hold.secondSeat())
                .map(seat -> "[" + seat + "," + hold.token() + "]"))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Renews both seats of a hold, or none; tells whether it did. */
  boolean renewed(HoldKey hold, Instant until) {
    return renewed(List.of(hold), until) == 1;
  }

  /**
   * Renews those of one or more holds that still have both their seats; returns how many. The
   * remainder of a hold makes no pair, so it is left to run out.
   */
  int renewed(Collection<HoldKey> holds, Instant until) {
    Map<Long, Long> tokens = locked(holds);
    List<List<Object>> rows = new ArrayList<>();
    for (HoldKey hold : holds) {
      Long token = hold.token();
      if (token.equals(tokens.get(hold.firstSeat()))
          && token.equals(tokens.get(hold.secondSeat()))) {
        rows.add(List.of(until, hold.firstSeat(), token));
        rows.add(List.of(until, hold.secondSeat(), token));
      }
    }
    sql.each(RENEWED, rows);
    return rows.size() / 2;
  }

  /** With what these seats are held, locked in the order of their keys, as everywhere. */
  private Map<Long, Long> locked(Collection<HoldKey> holds) {
    List<Long> seats =
        holds.stream()
            .flatMap(hold -> Stream.of(hold.firstSeat(), hold.secondSeat()))
            .distinct()
            .sorted()
            .toList();
    return sql
        .rows(
            HELD + Sql.tuples(1, seats.size()) + " ORDER BY id FOR UPDATE",
            row -> Map.entry(row.getLong(1), row.getLong(2)),
            seats)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
