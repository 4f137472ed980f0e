package de.durchkommen.agent;

import de.durchkommen.agent.Seats.Move;
import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table of seats, within one transaction. Whoever writes a seat says what it was when they read
 * it; when it is another one by now they read it again. So no change is lost between nodes.
 */
final class SeatRows {
  private static final String FOUND =
      "SELECT account, phone, state, since, ready_since, reason, talk, next, ring_until, version"
          + " FROM agent_seat ";

  private static final String ADDED =
      "INSERT IGNORE INTO agent_seat (account, phone, state, since, signed_in_at, version)"
          + " VALUES (?, ?, 'SIGNED_IN', ?, ?, 1)";

  private static final String WRITTEN =
      "UPDATE agent_seat SET state = ?, since = ?, ready_since = ?, reason = ?, talk = ?, next = ?,"
          + " ring_until = ?, version = version + 1 WHERE account = ? AND version = ?";

  private static final String GONE = "DELETE FROM agent_seat WHERE account = ? AND version = ?";

  private static final String TOUCHED =
      "UPDATE agent_seat SET version = version + 1 WHERE account = ?";

  private static final String WRAPPED =
      "UPDATE talk SET wrapped_at = ? WHERE id = ? AND wrapped_at IS NULL";

  private final Sql sql;
  private final Instant now;
  private final Set<Long> changed = new LinkedHashSet<>();

  SeatRows(Sql sql, Instant now) {
    this.sql = sql;
    this.now = now;
  }

  /** Whose desks show something else when this transaction has been committed. */
  Set<Long> changed() {
    return changed;
  }

  Optional<Seat> of(long account) {
    return found("WHERE account = ?", List.of(account)).stream().findFirst();
  }

  /** Those in this state since before then. */
  List<Seat> in(SeatState state, Instant before) {
    return found("WHERE state = ? AND since <= ?", List.of(state.name(), before));
  }

  /** Longest idle first, locked; without those that somebody changes right now. */
  List<Seat> ready() {
    return found(
        "WHERE state = 'READY' ORDER BY ready_since, account FOR UPDATE SKIP LOCKED", List.of());
  }

  /** Takes a seat at this telephone; false when the account or the telephone has one. */
  boolean add(long account, String phone) {
    boolean added = sql.update(ADDED, List.of(account, phone, now, now)) == 1;
    if (added) {
      changed.add(account);
    }
    return added;
  }

  /** This happens to the seat of the account, whatever it is about. */
  Move move(long account, SeatEvent event) {
    return change(account, seat -> Seats.on(seat, event, now));
  }

  /** The seat of the account is changed like this; it may be asked more than once. */
  Move change(long account, Function<Seat, Move> change) {
    for (int tries = 0; tries < AgentLimits.TRIES; tries++) {
      Optional<Seat> seat = of(account);
      if (seat.isEmpty()) {
        return new Move.Gone();
      }
      Move move = change.apply(seat.get());
      if (written(seat.get(), move)) {
        return move;
      }
    }
    throw new IllegalStateException("A seat changes faster than it can be read");
  }

  /** The same, unless the seat is about another talk. */
  void moveIfAbout(long talk, long account, SeatEvent event) {
    for (int tries = 0; tries < AgentLimits.TRIES; tries++) {
      Optional<Seat> seat = of(account).filter(its -> Objects.equals(its.talk(), talk));
      if (seat.isEmpty() || written(seat.get(), Seats.on(seat.get(), event, now))) {
        return;
      }
    }
    throw new IllegalStateException("A seat changes faster than it can be read");
  }

  /** The talk of this account has changed, and the seat has not. */
  void touch(long account) {
    sql.update(TOUCHED, List.of(account));
    changed.add(account);
  }

  /** Writes a move; false when the seat is not what it was any more. */
  boolean written(Seat before, Move move) {
    boolean done =
        switch (move) {
          case Move.To(Seat after) -> written(before, after);
          case Move.Gone() -> sql.update(GONE, List.of(before.account(), before.version())) == 1;
          case Move.Same(), Move.Refused() -> true;
        };
    if (done && (move instanceof Move.To || move instanceof Move.Gone)) {
      changed.add(before.account());
      wrapped(before, move);
    }
    return done;
  }

  /** How long an agent is busy with a talk ends here. */
  private void wrapped(Seat before, Move move) {
    boolean goesOn = move instanceof Move.To(Seat after) && after.state() == SeatState.WRAPPING;
    @Nullable Long talk = before.talk();
    if (before.state() == SeatState.WRAPPING && talk != null && !goesOn) {
      sql.update(WRAPPED, List.of(now, talk));
    }
  }

  private boolean written(Seat before, Seat after) {
    return sql.update(
            WRITTEN,
            Arrays.asList(
                after.state().name(),
                after.since(),
                after.readySince(),
                after.reason() == null ? null : after.reason().name(),
                after.talk(),
                after.pauseNext() ? "PAUSED" : "READY",
                after.ringUntil(),
                before.account(),
                before.version()))
        == 1;
  }

  private List<Seat> found(String where, List<?> values) {
    return sql.rows(FOUND + where, SeatRows::seat, values);
  }

  private static Seat seat(ResultSet row) throws SQLException {
    String reason = row.getString(6);
    return new Seat(
        row.getLong(1),
        row.getString(2),
        SeatState.valueOf(row.getString(3)),
        Objects.requireNonNull(Sql.instant(row, 4)),
        Sql.instant(row, 5),
        reason == null ? null : PauseReason.valueOf(reason),
        row.getObject(7, Long.class),
        row.getString(8).equals("PAUSED"),
        Sql.instant(row, 9),
        row.getLong(10));
  }
}
