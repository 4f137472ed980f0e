package de.durchkommen.wallboard;

import de.durchkommen.database.Sql;
import de.durchkommen.queue.QueueKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what has been in a span of time, from the rows that what has been left behind. Within one
 * transaction.
 *
 * <p>The service level is the share of those who were put through in time, among all who were put
 * through on the first call and those who gave up. Who asked to be called back ({@code promised})
 * is in neither: they do not wait on the line. Nor is who had been in a dialogue already ({@code
 * returns}). Put through is who is let in to the dialogue; of those who wait for a person, who
 * talks with an agent for the first time.
 */
final class CountQuery {
  private static final String ENTERED =
      """
      SELECT COUNT(*) FROM queue_ticket FORCE INDEX (queue_ticket_entered)
      WHERE queue = ? AND entered_at >= ? AND entered_at < ? AND NOT outcome <=> 'MERGED'
      """;

  private static final String ADMITTED =
      """
      SELECT COUNT(*), COALESCE(SUM(promised = 0), 0),
        COALESCE(SUM(promised = 0 AND admitted_at <= entered_at + INTERVAL ? SECOND), 0)
      FROM queue_ticket FORCE INDEX (queue_ticket_in)
      WHERE queue = 1 AND admitted_at >= ? AND admitted_at < ? AND returns = 0
      """;

  /** A talk begins within minutes after it was given. */
  private static final String TALKED =
      """
      SELECT COUNT(*), COALESCE(SUM(q.promised = 0), 0),
        COALESCE(SUM(q.promised = 0 AND t.begun_at <= q.entered_at + INTERVAL ? SECOND), 0)
      FROM talk t FORCE INDEX (talk_age) JOIN queue_ticket q ON q.id = t.ticket
      WHERE t.assigned_at >= ? - INTERVAL 5 MINUTE AND t.assigned_at < ?
        AND t.begun_at >= ? AND t.begun_at < ? AND t.kind = 'CALLER' AND q.queue = 2
        AND NOT EXISTS (SELECT 1 FROM talk e WHERE e.call_id = t.call_id AND e.id < t.id
          AND e.ticket = t.ticket AND e.begun_at IS NOT NULL)
      """;

  /** Who hung up in a dialogue with the machine did not give up waiting. */
  private static final String ABANDONED =
      """
      SELECT COUNT(*), COALESCE(SUM(promised = 0 AND returns = 0), 0)
      FROM queue_ticket FORCE INDEX (queue_ticket_ended)
      WHERE ended_at >= ? AND ended_at < ? AND queue = ? AND outcome = 'ABANDONED'
        AND (queue = 2 OR admitted_at IS NULL)
      """;

  private static final String BOOKED =
      """
      SELECT channel, COUNT(*) FROM appointment_event
      WHERE id > ? AND kind = 'BOOKED' AND at >= ? AND at < ? GROUP BY channel
      """;

  private final Sql sql;
  private final Duration inTime;

  /**
   * Counts by this.
   *
   * @param inTime who is put through after that much or less is so in time
   */
  CountQuery(Sql sql, Duration inTime) {
    this.sql = sql;
    this.inTime = inTime;
  }

  private record Put(int all, int measured, int inTime) {}

  private record Gone(int all, int measured) {}

  /**
   * All that has been from this time on, before that one.
   *
   * @param lastEvent number of a booking that was before; the later ones are looked at
   * @return by the number of the queue; 0 is what was booked in neither
   */
  Map<Integer, Counts> between(Instant from, Instant until, long lastEvent) {
    Map<Integer, Counts> counts = new HashMap<>();
    for (QueueKind kind : QueueKind.values()) {
      counts.put(kind.number(), of(kind, from, until));
    }
    counts.put(0, Counts.NONE);
    sql.rows(
            BOOKED,
            row -> Map.entry(queue(row.getString(1)), row.getInt(2)),
            List.of(lastEvent, from, until))
        .forEach(booked ->
            counts.merge(booked.getKey(), Counts.NONE.withBooked(booked.getValue()), Counts::plus));
    return counts;
  }

  /** Who books by telephone does so in the first queue, who has an agent do it in the second. */
  private static int queue(String channel) {
    return switch (channel) {
      case "PHONE" -> QueueKind.SELF_SERVICE.number();
      case "AGENT" -> QueueKind.PEOPLE.number();
      default -> 0;
    };
  }

  private Counts of(QueueKind kind, Instant from, Instant until) {
    int entered =
        sql.first(ENTERED, row -> row.getInt(1), List.of(kind.number(), from, until)).orElse(0);
    Put put = put(kind, from, until);
    Gone gone =
        sql.first(
                ABANDONED,
                row -> new Gone(row.getInt(1), row.getInt(2)),
                List.of(from, until, kind.number()))
            .orElse(new Gone(0, 0));
    int measured = put.measured() + gone.measured();
    return new Counts(entered, put.all(), put.inTime(), measured, gone.all(), 0);
  }

  private Put put(QueueKind kind, Instant from, Instant until) {
    long seconds = inTime.toSeconds();
    String asked =
        switch (kind) {
          case SELF_SERVICE -> ADMITTED;
          case PEOPLE -> TALKED;
        };
    List<Object> values =
        switch (kind) {
          case SELF_SERVICE -> List.of(seconds, from, until);
          case PEOPLE -> List.of(seconds, from, until, from, until);
        };
    return sql.first(asked, row -> new Put(row.getInt(1), row.getInt(2), row.getInt(3)), values)
        .orElse(new Put(0, 0, 0));
  }

  /** The last booking before this time, if there is one after that number; else that number. */
  long lastEvent(long after, Instant before) {
    return sql.first(
            "SELECT COALESCE(MAX(id), 0) FROM appointment_event WHERE id > ? AND at < ?",
            row -> row.getLong(1),
            List.of(after, before))
        .map(last -> Math.max(last, after))
        .orElse(after);
  }
}
