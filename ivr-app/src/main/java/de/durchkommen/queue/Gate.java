package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.List;

/**
 * The one row of a queue that rounds of all nodes take turns on, within one transaction that locks
 * it.
 */
final class Gate {
  private static final String LOCKED =
      "SELECT next_place, phase, worked_at, resumed_at FROM queue_gate WHERE id = {queue} FOR UPDATE";

  private static final String WRITTEN =
      "UPDATE queue_gate SET next_place = ?, phase = ?, worked_at = ?, resumed_at = ? WHERE id = {queue}";

  /** Whether the line is open. */
  enum Phase {
    /** Nobody is let in to wait. */
    SHUT,
    /** Who comes waits for the opening. */
    LOBBY,
    /** Open. */
    OPEN
  }

  private final Sql sql;
  private final QueueKind queue;
  private final Instant now;
  private final Instant resumed;
  private long nextPlace;
  private Phase phase;

  private record Row(long nextPlace, Phase phase, Instant worked, Instant resumed) {}

  /** Until the end of this transaction no round of this queue is worked. */
  static void lock(Sql sql, QueueKind queue) {
    sql.rows(queue.in(LOCKED), row -> row.getLong(1), List.of());
  }

  /** Locks the gate; waits for whoever has it. */
  Gate(Sql sql, QueueKind queue, Instant now) {
    this.sql = sql;
    this.queue = queue;
    this.now = now;
    Row row =
        sql.first(
                queue.in(LOCKED),
                found ->
                    new Row(
                        found.getLong(1),
                        Phase.valueOf(found.getString(2)),
                        java.util.Objects.requireNonNull(Sql.instant(found, 3)),
                        java.util.Objects.requireNonNull(Sql.instant(found, 4))),
                List.of())
            .orElseThrow();
    this.nextPlace = row.nextPlace();
    this.phase = row.phase();
    // When nobody could work, nobody could be seen either: that is no sign of death.
    boolean gap = row.worked().isBefore(now.minus(QueueLimits.DEAD));
    this.resumed = gap ? now : row.resumed();
  }

  /** The next places; the first of so many. */
  long places(int count) {
    long first = nextPlace;
    nextPlace += count;
    return first;
  }

  QueueKind queue() {
    return queue;
  }

  Phase phase() {
    return phase;
  }

  void becomes(Phase next) {
    phase = next;
  }

  /** Whether rounds have been worked for so long that an unseen node must be dead. */
  boolean isSteady() {
    return resumed.isBefore(now.minus(QueueLimits.DEAD));
  }

  void write() {
    sql.update(queue.in(WRITTEN), List.of(nextPlace, phase.name(), now, resumed));
  }
}
