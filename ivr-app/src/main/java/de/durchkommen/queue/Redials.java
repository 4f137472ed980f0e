package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who hung up and called again before the waiting room could know: within one round.
 *
 * <p>As long as the first call counts as present, because its node stalls or the news is late, the
 * second one of the same number is another person's and gets a place of its own. Once the first has
 * ended, the two calls change places: the one on the line gets the better place, and the other
 * place is kept in its stead. Nobody else moves. If there were two people after all, as in a home
 * with one number, the second goes before, and the first has the other place when they call again.
 */
final class Redials {
  /**
   * The better place of each pair first; of several calls the first gets it. Those that ended are
   * looked up first: they are few. The index is named, for a crowd of withheld numbers makes the
   * database think that a number is nearly everybody's.
   */
  private static final String PAIRS =
      "SELECT old.id, old.visit, old.call_id, again.id, again.visit, again.call_id, again.node_id,"
          + " again.language FROM queue_ticket old STRAIGHT_JOIN queue_ticket again"
          + " FORCE INDEX (queue_ticket_phone)"
          + " ON again.phone = old.phone AND again.phase = old.phase"
          + " WHERE old.phone IS NOT NULL AND old.phase IN ('LOBBY', 'LINE')"
          + " AND old.reach IN ('ABSENT', 'CALLBACK')"
          + " AND again.reach = 'PRESENT' AND again.promised = 0 AND again.live_person IS NULL"
          + " AND (again.priority, again.place) > (old.priority, old.place) AND ";

  private static final String LEFT_NOW = "again.entered_at >= ? AND old.visit IN (";

  /** Their calls were awaited for a while after the end that nobody saw. */
  private static final String LOST_BEFORE =
      "again.entered_at >= old.awaited_until - INTERVAL ? SECOND AND old.id IN (";

  private static final String ORDER =
      " ORDER BY old.priority, old.place, again.priority, again.place";

  private static final String KEPT =
      "UPDATE queue_ticket SET reach = 'ABSENT', visit = NULL, call_id = NULL, node_id = NULL,"
          + " kept_until = ? WHERE id = ?";

  private static final String TAKEN =
      "UPDATE queue_ticket SET reach = 'PRESENT', visit = ?, call_id = ?, node_id = ?,"
          + " language = ?, kept_until = NULL, awaited_until = NULL, next_try_at = NULL, tries = 0,"
          + " failures = 0 WHERE id = ?";

  private static final String LEFT = "UPDATE queue_ticket SET visit = ?, call_id = ? WHERE id = ?";

  /** Not as long as the second call is awaited itself, because its node has died, too. */
  private static final String LOST =
      "SELECT id FROM queue_ticket old WHERE reach = 'ABSENT' AND awaited_until <= ?"
          + " AND NOT EXISTS (SELECT 1 FROM queue_ticket again WHERE again.phone = old.phone"
          + " AND again.reach = 'ABSENT' AND again.awaited_until > ?)";

  private static final String NOT_AWAITED =
      "UPDATE queue_ticket SET awaited_until = NULL WHERE id = ?";

  private final Sql sql;
  private final Instant now;

  /** A place that nobody is on the line for, and a call that may have it. */
  private record Pair(
      long old,
      @Nullable Long oldVisit,
      @Nullable String oldCall,
      long again,
      @Nullable Long visit,
      @Nullable String call,
      long node,
      String language) {}

  Redials(Sql sql, Instant now) {
    this.sql = sql;
    this.now = now;
  }

  /**
   * These stays have just ended.
   *
   * @param until until when the other place is kept
   */
  void left(List<Long> visits, Instant until) {
    Instant since = now.minus(QueueLimits.REDIAL);
    for (int from = 0; from < visits.size(); from += QueueLimits.ROWS) {
      List<Long> some = visits.subList(from, Math.min(visits.size(), from + QueueLimits.ROWS));
      taken(LEFT_NOW, since, some, until);
    }
  }

  /**
   * Of calls whose node died, those that did not come back by themselves in time have ended.
   *
   * @param until until when the other place is kept
   */
  void lost(Instant until) {
    List<Long> lost = sql.rows(LOST, row -> row.getLong(1), List.of(now, now));
    long seconds = QueueLimits.AWAITED.plus(QueueLimits.REDIAL).toSeconds();
    for (int from = 0; from < lost.size(); from += QueueLimits.ROWS) {
      List<Long> some = lost.subList(from, Math.min(lost.size(), from + QueueLimits.ROWS));
      taken(LOST_BEFORE, seconds, some, until);
    }
    sql.each(NOT_AWAITED, lost.stream().map(ticket -> List.<Object>of(ticket)).toList());
  }

  private void taken(String which, Object since, List<Long> some, Instant until) {
    List<@Nullable Object> values = new ArrayList<>(List.of(since));
    values.addAll(some);
    Set<Long> moved = new HashSet<>();
    for (Pair pair :
        sql.rows(PAIRS + which + Sql.marks(some.size()) + ")" + ORDER, Redials::pair, values)) {
      if (!moved.contains(pair.old) && moved.add(pair.again)) {
        moved.add(pair.old);
        change(pair, until);
      }
    }
  }

  /** No two tickets may have the same stay, not even for a moment. */
  private void change(Pair pair, Instant until) {
    sql.update(KEPT, List.of(until, pair.again));
    sql.update(
        TAKEN,
        Arrays.<@Nullable Object>asList(pair.visit, pair.call, pair.node, pair.language, pair.old));
    sql.update(LEFT, Arrays.<@Nullable Object>asList(pair.oldVisit, pair.oldCall, pair.again));
  }

  private static Pair pair(ResultSet row) throws SQLException {
    return new Pair(
        row.getLong(1),
        row.getObject(2, Long.class),
        row.getString(3),
        row.getLong(4),
        row.getObject(5, Long.class),
        row.getString(6),
        row.getLong(7),
        row.getString(8));
  }
}
