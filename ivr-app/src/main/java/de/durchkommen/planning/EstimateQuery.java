package de.durchkommen.planning;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.List;

/** Takes handling time and patience from what talks and tickets have left behind. */
final class EstimateQuery {
  private static final String HANDLED =
      """
      SELECT COUNT(*), AVG(TIMESTAMPDIFF(MICROSECOND, begun_at, COALESCE(wrapped_at, ended_at))) / 1e6
      FROM talk FORCE INDEX (talk_age)
      WHERE assigned_at >= ? AND kind = 'CALLER' AND begun_at IS NOT NULL AND ended_at IS NOT NULL
      """;

  /** The second queue is the one for people. Who asked to be called back does not wait. */
  private static final String WAITED =
      """
      SELECT COALESCE(SUM(outcome = 'ABANDONED' AND admitted_at IS NULL), 0),
        SUM(TIMESTAMPDIFF(MICROSECOND, entered_at, COALESCE(admitted_at, ended_at, ?))) / 1e6
      FROM queue_ticket FORCE INDEX (queue_ticket_entered)
      WHERE queue = 2 AND entered_at >= ? AND promised = 0 AND returns = 0
        AND NOT outcome <=> 'MERGED'
      """;

  private final Sql sql;

  EstimateQuery(Sql sql) {
    this.sql = sql;
  }

  private record Part(int count, double seconds) {}

  /** From then until now. */
  Estimates between(Instant since, Instant now) {
    Part handled = part(HANDLED, List.of(since));
    Part waited = part(WAITED, List.of(now, since));
    return new Estimates(
        since,
        handled.count(),
        handled.count() == 0 ? null : handled.seconds(),
        waited.count(),
        waited.count() == 0 ? null : waited.seconds() / waited.count());
  }

  private Part part(String question, List<Object> values) {
    return sql.first(question, row -> new Part(row.getInt(1), row.getDouble(2)), values)
        .orElse(new Part(0, 0));
  }
}
