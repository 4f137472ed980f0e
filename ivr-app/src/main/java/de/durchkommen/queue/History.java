package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.List;

/** What is kept of those who were here, without anything of themselves; and for how long. */
final class History {
  private final Sql sql;

  History(Sql sql) {
    this.sql = sql;
  }

  /** Deletes what ended before this time; so much at once that nobody has to wait for it. */
  void forget(Instant before) {
    List<Object> values = List.of(before, QueueLimits.CLEANED);
    sql.update("DELETE FROM queue_ticket WHERE ended_at < ? LIMIT ?", values);
    sql.update(
        "DELETE FROM queue_lot WHERE draw_id IN (SELECT id FROM queue_draw WHERE drawn_at < ?)"
            + " LIMIT ?",
        values);
    sql.update(
        "DELETE FROM queue_node WHERE ended_at < ?"
            + " AND id NOT IN (SELECT node_id FROM queue_ticket WHERE node_id IS NOT NULL)"
            + " LIMIT ?",
        values);
  }
}
