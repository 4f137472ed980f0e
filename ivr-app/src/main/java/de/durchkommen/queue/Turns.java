package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import de.durchkommen.phone.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose turn it is, within one round: as many as dialogues are free, in their order.
 *
 * <p>Passed over is who cannot come now: cut off, or to be called back at another hour. They keep
 * their place. For somebody whose node has just died a free dialogue is kept for a moment.
 */
final class Turns implements Admission {
  private static final String RUNNING =
      "SELECT (SELECT COUNT(*) FROM queue_ticket WHERE queue = {queue} AND phase = 'DIALOGUE')"
          + " + (SELECT COUNT(*) FROM queue_ticket WHERE queue = {queue} AND reach = 'RINGING')";

  private static final String RINGING =
      "SELECT id, phone, language FROM queue_ticket WHERE node_id = ? AND reach = 'RINGING'";

  private static final String NEXT =
      "SELECT "
          + Ticket.COLUMNS
          + " FROM queue_ticket WHERE queue = {queue} AND phase = 'LINE' AND (reach = 'PRESENT'"
          + " OR (reach = 'ABSENT' AND awaited_until > ?)"
          + " OR (reach = 'CALLBACK' AND next_try_at <= ? AND ?))"
          + " ORDER BY priority, place LIMIT ?";

  private static final String ADMITTED =
      "UPDATE queue_ticket SET phase = 'DIALOGUE', admitted_at = ? WHERE id = ?";

  /** A telephone of this node rings for the ticket from now on, for so long at most. */
  static final String RINGS =
      "UPDATE queue_ticket SET reach = 'RINGING', node_id = ?, kept_until = ?, next_try_at = NULL"
          + " WHERE id = ?";

  private final Sql sql;
  private final long node;
  private final Instant now;
  private final QueueKind queue;
  private final int limit;
  private final int running;

  /** A telephone that rings, or has to. */
  record Ring(long ticket, PhoneNumber number, String language) {}

  Turns(Sql sql, QueueKind queue, long node, Instant now, int limit) {
    this.sql = sql;
    this.queue = queue;
    this.node = node;
    this.now = now;
    this.limit = limit;
    this.running = sql.first(queue.in(RUNNING), row -> row.getInt(1), List.of()).orElse(0);
  }

  @Override
  public int running() {
    return running;
  }

  @Override
  public int limit() {
    return limit;
  }

  @Override
  public int taken(boolean callable) {
    int free = limit - running;
    if (free <= 0) {
      return 0;
    }
    List<List<Object>> admitted = new ArrayList<>();
    List<List<Object>> ringing = new ArrayList<>();
    for (Ticket ticket : sql.rows(queue.in(NEXT), Ticket::of, List.of(now, now, callable, free))) {
      if (ticket.reach() == Ticket.Reach.PRESENT) {
        admitted.add(List.of(now, ticket.id()));
      } else if (ticket.reach() == Ticket.Reach.CALLBACK) {
        ringing.add(List.of(node, now.plus(QueueLimits.RING_LIMIT), ticket.id()));
      }
    }
    sql.each(ADMITTED, admitted);
    sql.each(RINGS, ringing);
    return admitted.size() + ringing.size();
  }

  /** All telephones that this node has to ring, or rings already. */
  static List<Ring> ringing(Sql sql, long node) {
    return sql.rows(
        RINGING,
        row -> new Ring(row.getLong(1), new PhoneNumber(row.getString(2)), row.getString(3)),
        List.of(node));
  }
}
