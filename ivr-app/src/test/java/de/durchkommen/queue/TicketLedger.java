package de.durchkommen.queue;

import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads all live tickets after each round, and notes what must not have happened since the last
 * time: somebody overtaken, a place that got worse, too many let in, a place given up too early.
 */
final class TicketLedger {
  private static final String LIVE =
      "SELECT id, phase, reach, priority, place, visit, returns, kept_until, next_try_at"
          + " FROM queue_ticket WHERE phase IN ('LOBBY', 'LINE', 'DIALOGUE')";

  private static final Comparator<Row> ORDER =
      Comparator.comparingInt(Row::priority).thenComparingLong(Row::place);

  private final Database database;
  private final List<String> violations = new ArrayList<>();
  private Map<Long, Row> live = new HashMap<>();
  private Map<Long, Row> byVisit = new HashMap<>();
  private long draws;

  /** A live ticket. */
  record Row(
      long id,
      Ticket.Phase phase,
      Ticket.Reach reach,
      int priority,
      long place,
      @Nullable Long visit,
      int returns,
      @Nullable Instant kept,
      @Nullable Instant nextTry) {}

  TicketLedger(Database database) {
    this.database = database;
  }

  List<String> violations() {
    return violations;
  }

  /** All that live. */
  List<Row> live() {
    return List.copyOf(live.values());
  }

  boolean isLive(long ticket) {
    return live.containsKey(ticket);
  }

  /** The ticket that a stay has; null when it has none (yet). */
  @Nullable Row of(long visit) {
    return byVisit.get(visit);
  }

  /** What is wrong elsewhere. */
  void violated(String what) {
    violations.add(what);
  }

  /**
   * After a round.
   *
   * @param callable whether anybody may be called now
   */
  void check(Instant now, QueueSettings settings, boolean callable) {
    Map<Long, Row> before = live;
    live = new HashMap<>();
    byVisit = new HashMap<>();
    for (Row row : asked(sql -> sql.rows(LIVE, TicketLedger::row, List.of()))) {
      live.put(row.id(), row);
      if (row.visit() != null) {
        byVisit.put(row.visit(), row);
      }
    }
    boolean drawn = drawn();
    admitted(before, now, settings, callable);
    for (Row old : before.values()) {
      Row row = live.get(old.id());
      if (row == null) {
        ended(old, now);
      } else {
        kept(old, row, drawn);
        absent(old, row, now, settings.kept());
      }
    }
  }

  /** Who has got a dialogue, or a call, went before nobody who could have had it. */
  private void admitted(
      Map<Long, Row> before, Instant now, QueueSettings settings, boolean callable) {
    List<Row> turns =
        live.values().stream().filter(row -> isTurn(before.get(row.id()), row)).toList();
    Row last = turns.stream().max(ORDER).orElse(null);
    if (last == null) {
      return;
    }
    for (Row row : live.values()) {
      boolean ready = row.reach() == Ticket.Reach.PRESENT || (callable && isDue(row, now));
      if (row.phase() == Ticket.Phase.LINE && ready && ORDER.compare(row, last) < 0) {
        violations.add(now + ": " + last + " went before " + row);
      }
    }
    long busy = live.values().stream().filter(TicketLedger::isBusy).count();
    if (busy > settings.dialogues()) {
      violations.add("%s: %d of %d".formatted(now, busy, settings.dialogues()));
    }
  }

  private static boolean isTurn(@Nullable Row old, Row row) {
    return isBusy(row)
        && (old == null || !isBusy(old) || !Objects.equals(old.visit(), row.visit()))
        && (old == null || old.reach() != Ticket.Reach.RINGING);
  }

  private static boolean isBusy(Row row) {
    return row.phase() == Ticket.Phase.DIALOGUE || row.reach() == Ticket.Reach.RINGING;
  }

  private static boolean isDue(Row row, Instant now) {
    Instant next = row.nextTry();
    return row.reach() == Ticket.Reach.CALLBACK && next != null && !next.isAfter(now);
  }

  private void kept(Row old, Row row, boolean drawn) {
    boolean lot = drawn && old.phase() == Ticket.Phase.LOBBY;
    boolean spent = old.phase() == Ticket.Phase.DIALOGUE && old.returns() >= QueueLimits.RETURNS;
    if (row.priority() > old.priority() || (row.place() > old.place() && !lot && !spent)) {
      violations.add("worse: " + old + " -> " + row);
    }
  }

  private void absent(Row old, Row row, Instant now, Duration kept) {
    Instant until = row.kept();
    boolean news = row.reach() == Ticket.Reach.ABSENT && !Objects.equals(until, old.kept());
    if (news && (until == null || until.isBefore(now.plus(kept)))) {
      violations.add(now + ": kept too short: " + row);
    }
  }

  private void ended(Row old, Instant now) {
    String asked = "SELECT outcome, tries, failures FROM queue_ticket WHERE id = ?";
    String end =
        asked(sql ->
            sql.rows(
                    asked,
                    row -> row.getString(1) + " " + row.getInt(2) + " " + row.getInt(3),
                    List.of(old.id()))
                .getFirst());
    Instant until = old.kept();
    boolean absent = old.reach() == Ticket.Reach.ABSENT;
    if (end.startsWith("ABANDONED") && (!absent || until == null || !until.isBefore(now))) {
      violations.add(now + ": given up too early: " + old);
    }
    if (end.startsWith("UNREACHED") && !end.matches("UNREACHED (3 .*|. 20)")) {
      violations.add(now + ": not tried enough: " + end);
    }
  }

  private record Drawn(long id, String seed) {}

  /** Whether there was a draw; and whether its order is that of its seed. */
  private boolean drawn() {
    List<Drawn> found =
        asked(sql ->
            sql.rows(
                "SELECT id, seed FROM queue_draw WHERE drawn_at IS NOT NULL AND id > ?",
                row -> new Drawn(row.getLong(1), row.getString(2)),
                List.of(draws)));
    for (Drawn draw : found) {
      draws = draw.id();
      List<Long> lots =
          asked(sql ->
              sql.rows(
                  "SELECT ticket_id FROM queue_lot WHERE draw_id = ? ORDER BY place",
                  row -> row.getLong(1),
                  List.of(draws)));
      if (!lots.equals(Draw.order(HexFormat.of().parseHex(draw.seed()), lots))) {
        violations.add("the lots of draw " + draws + " are not those of its seed");
      }
    }
    return !found.isEmpty();
  }

  private <T> T asked(Function<Sql, T> question) {
    return database.answer(
        entities -> question.apply(new Sql(entities)),
        why -> {
          throw new AssertionError(why);
        });
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong(1),
        Ticket.Phase.valueOf(row.getString(2)),
        Ticket.Reach.valueOf(row.getString(3)),
        row.getInt(4),
        row.getLong(5),
        row.getObject(6, Long.class),
        row.getInt(7),
        Sql.instant(row, 8),
        Sql.instant(row, 9));
  }
}
