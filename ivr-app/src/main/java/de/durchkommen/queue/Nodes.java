package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The processes that hold calls, within one transaction. */
final class Nodes {
  private static final String SEEN =
      "UPDATE queue_node SET seen_at = ? WHERE token = ? AND ended_at IS NULL";

  private static final String ADDED =
      "INSERT INTO queue_node (name, token, started_at, seen_at, queue)"
          + " VALUES (?, ?, ?, ?, {queue})"
          + " ON DUPLICATE KEY UPDATE ended_at = NULL, seen_at = VALUES(seen_at)";

  private static final String ID = "SELECT id FROM queue_node WHERE token = ? AND ended_at IS NULL";

  private static final String SAME_NAME =
      "SELECT id FROM queue_node WHERE queue = {queue} AND name = ? AND id < ?"
          + " AND ended_at IS NULL";

  private static final String UNSEEN =
      "SELECT id FROM queue_node WHERE queue = {queue} AND seen_at < ? AND token <> ?"
          + " AND ended_at IS NULL";

  private final Sql sql;
  private final QueueKind queue;
  private final Instant now;

  /**
   * A process.
   *
   * @param name the same after a restart
   * @param token another one after a restart
   */
  record Identity(String name, long token) {}

  Nodes(Sql sql, QueueKind queue, Instant now) {
    this.sql = sql;
    this.queue = queue;
    this.now = now;
  }

  /** This node is here; empty when it is new, or when others took it for dead. */
  Optional<Long> seen(Identity node) {
    return sql.update(SEEN, List.of(now, node.token())) == 0
        ? Optional.empty()
        : sql.first(ID, row -> row.getLong(1), List.of(node.token()));
  }

  /** Adds this node, or brings it back to life; returns its id. */
  long added(Identity node) {
    sql.update(queue.in(ADDED), List.of(node.name(), node.token(), now, now));
    return sql.first(ID, row -> row.getLong(1), List.of(node.token())).orElseThrow();
  }

  /** Earlier processes of this name, which are gone since this one runs; not the other way. */
  List<Long> before(Identity node, long own) {
    return sql.rows(queue.in(SAME_NAME), row -> row.getLong(1), List.of(node.name(), own));
  }

  /** Others that were not seen since then. */
  List<Long> unseen(Identity node, Instant since) {
    return sql.rows(queue.in(UNSEEN), row -> row.getLong(1), List.of(since, node.token()));
  }

  /** The stays that this node should have on its lines. */
  Set<Long> stays(Identity node) {
    String stays =
        "SELECT visit FROM queue_ticket WHERE reach = 'PRESENT' AND node_id ="
            + " (SELECT id FROM queue_node WHERE token = ?)";
    return Set.copyOf(sql.rows(stays, row -> row.getLong(1), List.of(node.token())));
  }

  void end(List<Long> nodes) {
    sql.each(
        "UPDATE queue_node SET ended_at = ? WHERE id = ?",
        nodes.stream().map(node -> List.of(now, node)).toList());
  }
}
