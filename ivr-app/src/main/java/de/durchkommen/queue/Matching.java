package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who talks with whom, within one round of those who wait for a person: in their order, each gets
 * the one who has been idle longest of those who speak the language and can do what is needed.
 *
 * <p>Passed over is whom nobody fits who is ready, and who cannot come now; they keep their place.
 * What nobody can do who is signed in is not asked for: somebody who speaks no Arabic is better
 * than nobody. For each who is called back, and for each who has picked up and not pressed the key
 * yet, one of those who are ready is kept free.
 */
final class Matching implements Admission {
  private static final String NEXT =
      "SELECT "
          + Ticket.COLUMNS
          + ", language, skill FROM queue_ticket WHERE queue = {queue} AND phase = 'LINE'"
          + " AND (reach = 'PRESENT' OR (reach = 'ABSENT' AND awaited_until > ?)"
          + " OR (reach = 'CALLBACK' AND next_try_at <= ? AND ?))"
          + " ORDER BY priority, place LIMIT ?";

  /** Whom somebody is kept free for. */
  private static final String CALLED =
      "SELECT COUNT(*) FROM queue_ticket WHERE queue = {queue} AND phase <> 'ENDED'"
          + " AND (reach = 'RINGING' OR (phase = 'DIALOGUE' AND served_by IS NULL))";

  private static final String SERVED =
      "UPDATE queue_ticket SET phase = 'DIALOGUE', admitted_at = ?, served_by = ? WHERE id = ?";

  private final Sql sql;
  private final QueueKind queue;
  private final long node;
  private final Instant now;
  private final Staff staff;
  private final Staff.Roster roster;
  private final int called;

  Matching(Sql sql, QueueKind queue, long node, Instant now, Staff staff) {
    this.sql = sql;
    this.queue = queue;
    this.node = node;
    this.now = now;
    this.staff = staff;
    this.roster = staff.roster(sql, now);
    this.called = sql.first(queue.in(CALLED), row -> row.getInt(1), List.of()).orElse(0);
  }

  private record Caller(Ticket ticket, String language, @Nullable String skill) {
    static Caller of(ResultSet row) throws SQLException {
      return new Caller(Ticket.of(row), row.getString("language"), row.getString("skill"));
    }
  }

  @Override
  public int running() {
    return roster.busy() + called;
  }

  @Override
  public int limit() {
    return roster.signedIn();
  }

  @Override
  public int taken(boolean callable) {
    List<Staff.Server> free = new ArrayList<>(roster.ready());
    int kept = Math.min(called, free.size());
    if (free.size() == kept) {
      return 0;
    }
    int taken = 0;
    List<Object> values = List.of(now, now, callable, QueueLimits.MATCHED);
    for (Caller caller : sql.rows(queue.in(NEXT), Caller::of, values)) {
      if (free.size() <= kept) {
        break;
      }
      Optional<Staff.Server> server = free.stream().filter(one -> isFit(one, caller)).findFirst();
      if (server.isPresent()) {
        free.remove(server.get());
        taken += serve(caller, server.get()) ? 1 : 0;
      }
    }
    return taken;
  }

  private boolean isFit(Staff.Server server, Caller caller) {
    String language = caller.language();
    String skill = caller.skill();
    boolean understood =
        server.languages().contains(language) || !roster.spoken().contains(language);
    boolean able =
        skill == null || server.skills().contains(skill) || !roster.skills().contains(skill);
    return understood && able;
  }

  /** False for whom somebody is only kept free: their node has just died, and they come back. */
  private boolean serve(Caller caller, Staff.Server server) {
    Ticket ticket = caller.ticket();
    String call = ticket.callId();
    switch (ticket.reach()) {
      case PRESENT -> {
        if (call == null) {
          return false;
        }
        sql.update(SERVED, List.of(now, server.id(), ticket.id()));
        staff.assigned(
            sql, new Staff.Assignment(server.id(), ticket.id(), call, caller.language(), now));
      }
      case CALLBACK ->
          sql.update(Turns.RINGS, List.of(node, now.plus(QueueLimits.RING_LIMIT), ticket.id()));
      default -> {
        return false;
      }
    }
    return true;
  }
}
