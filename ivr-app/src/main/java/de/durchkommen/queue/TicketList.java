package de.durchkommen.queue;

import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Sql;
import de.durchkommen.queue.SettingsChange.Author;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The live tickets as a supervisor sees them, without numbers; within one transaction. */
public final class TicketList {
  private static final String LISTED =
      """
      SELECT id, phase, reach, priority, place, language, entered_at, admitted_at, kept_until,
        tries, next_try_at
      FROM queue_ticket
      WHERE queue = {queue} AND phase <> 'ENDED' AND (priority > ? OR (priority = ? AND place > ?))
      ORDER BY priority, place LIMIT ?
      """;

  private static final String REACH =
      "SELECT reach FROM queue_ticket WHERE id = ? AND queue = {queue} AND phase <> 'ENDED'";

  private final Sql sql;
  private final QueueKind queue;

  TicketList(Sql sql, QueueKind queue) {
    this.sql = sql;
    this.queue = queue;
  }

  /**
   * A ticket.
   *
   * @param phase LOBBY, LINE or DIALOGUE
   * @param reach PRESENT, ABSENT, CALLBACK or RINGING
   * @param priority the group, 1 (first) to 9 (last)
   * @param place the order within the group
   * @param language in which they are spoken to
   * @param entered since when they wait
   * @param admitted when they were let in last; null when never
   * @param keptUntil until when the place of somebody absent is kept; null for others
   * @param tries how often they were called back
   * @param nextTry when they can be called back next; null when that is not what they wait for
   */
  @Schema(name = "TicketLine")
  public record Line(
      long id,
      String phase,
      String reach,
      int priority,
      long place,
      String language,
      Instant entered,
      @Nullable Instant admitted,
      @Nullable Instant keptUntil,
      int tries,
      @Nullable Instant nextTry) {}

  /** What became of the wish to end a ticket. */
  enum End {
    /** It is over. */
    ENDED,
    /** Its owner is on the line, or being called. */
    ON_THE_LINE,
    /** There is no such live ticket. */
    NONE
  }

  /** Those behind this place of this group, in their order. */
  List<Line> behind(int priority, long place, int most) {
    return sql.rows(queue.in(LISTED), TicketList::line, List.of(priority, priority, place, most));
  }

  /** Ends the ticket of somebody who is not on the line; no round runs meanwhile. */
  End ended(long ticket, Author author) {
    Instant now = author.at().truncatedTo(ChronoUnit.MILLIS);
    Gate.lock(sql, queue);
    Optional<String> reach = sql.first(queue.in(REACH), row -> row.getString(1), List.of(ticket));
    if (reach.isEmpty()) {
      return End.NONE;
    }
    Ticket.Reach where = Ticket.Reach.valueOf(reach.get());
    if (where != Ticket.Reach.ABSENT && where != Ticket.Reach.CALLBACK) {
      return End.ON_THE_LINE;
    }
    new Ends(sql, queue, now).end(List.of(ticket), Ends.Outcome.LEFT);
    AuditLog.add(
        sql,
        new AuditEvent(
            now,
            AuditEvent.Channel.API,
            author.actor(),
            "QUEUE_TICKET_ENDED",
            ticket + ": " + author.why(),
            1,
            author.request()));
    return End.ENDED;
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        row.getLong(5),
        row.getString(6),
        Objects.requireNonNull(Sql.instant(row, 7)),
        Sql.instant(row, 8),
        Sql.instant(row, 9),
        row.getInt(10),
        Sql.instant(row, 11));
  }
}
