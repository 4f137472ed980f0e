package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import de.durchkommen.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All who wait, in their order, as of a moment ago; and how long each will take. */
final class Lineup {
  private static final String ORDER =
      "SELECT visit, priority, reach, language, entered_at,"
          + " reach IN ('PRESENT', 'RINGING') OR (reach = 'CALLBACK' AND next_try_at <= ? AND ?), phone"
          + " FROM queue_ticket WHERE queue = {queue} AND phase = 'LINE' ORDER BY priority, place";

  /** Who was let in at once was never in line, and may have gone before others all the same. */
  private static final String NEWEST =
      "SELECT priority, MAX(entered_at) FROM queue_ticket WHERE queue = {queue} AND phase = 'DIALOGUE'"
          + " GROUP BY priority";

  private static final String ADMISSIONS =
      "SELECT admitted_at FROM queue_ticket WHERE queue = {queue} AND admitted_at > ?"
          + " ORDER BY admitted_at DESC LIMIT ?";

  private static final String LEFT =
      "SELECT COUNT(*) FROM queue_ticket WHERE ended_at > ? AND outcome <> 'SERVED'"
          + " AND queue = {queue}";

  private final Instant at;
  private final List<Row> rows;

  /** How many of the first ones would be passed over now. */
  private final int[] away;

  private final WaitEstimate.Flow flow;
  private @Nullable WaitEstimate estimate;
  private final @Nullable Instant[] newest = new Instant[Arrival.LAST + 1];
  private final Map<Integer, Optional<WaitRange>> ranges = new ConcurrentHashMap<>();

  /**
   * One who waits.
   *
   * @param ready whether they would take their turn now, or are passed over: cut off, or not called
   *     at this hour
   * @param phone the number of somebody who is not on the line; null when there is none
   */
  record Row(
      @Nullable Long visit,
      int priority,
      Ticket.Reach reach,
      String language,
      Instant entered,
      boolean ready,
      @Nullable String phone) {}

  private record Newest(int priority, Instant entered) {
    static Newest of(ResultSet row) throws SQLException {
      return new Newest(row.getInt(1), Objects.requireNonNull(Sql.instant(row, 2)));
    }
  }

  private Lineup(Instant at, List<Row> rows, WaitEstimate.Flow flow) {
    this.at = at;
    this.rows = rows;
    this.flow = flow;
    this.away = new int[rows.size() + 1];
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      away[i + 1] = away[i] + (row.ready() ? 0 : 1);
      came(row.priority(), row.entered());
    }
  }

  private void came(int priority, Instant entered) {
    Instant latest = newest[priority];
    if (latest == null || latest.isBefore(entered)) {
      newest[priority] = entered;
    }
  }

  /** As the database has it now. */
  static Lineup read(Sql sql, QueueKind queue, Report report, Instant now) {
    List<Row> rows =
        sql.rows(
            queue.in(ORDER),
            row ->
                new Row(
                    row.getObject(1, Long.class),
                    row.getInt(2),
                    Ticket.Reach.valueOf(row.getString(3)),
                    row.getString(4),
                    Objects.requireNonNull(Sql.instant(row, 5)),
                    row.getBoolean(6),
                    kept(row.getString(3), row.getString(7))),
            List.of(now, report.callable()));
    Instant since = now.minus(QueueLimits.MEMORY);
    List<Instant> admissions =
        sql.rows(
            queue.in(ADMISSIONS),
            row -> Objects.requireNonNull(Sql.instant(row, 1)),
            List.of(since, QueueLimits.ADMISSIONS));
    Instant from = admissions.size() < QueueLimits.ADMISSIONS ? since : admissions.getLast();
    int left = sql.first(queue.in(LEFT), row -> row.getInt(1), List.of(from)).orElse(0);
    WaitEstimate.Flow flow =
        new WaitEstimate.Flow(
            admissions, from, left, rows.size(), report.limit(), report.running());
    Lineup lineup = new Lineup(now, rows, flow);
    sql.rows(queue.in(NEWEST), Newest::of, List.of())
        .forEach(newest -> lineup.came(newest.priority(), newest.entered()));
    return lineup;
  }

  /** Only of those who are not on the line: nobody else is looked for by it. */
  private static @Nullable String kept(String reach, @Nullable String phone) {
    return reach.equals("PRESENT") ? null : phone;
  }

  /** Whether somebody with this number has a place and is not on the line. */
  boolean keeps(PhoneNumber number) {
    return rows.stream().anyMatch(row -> number.e164().equals(row.phone()));
  }

  Instant at() {
    return at;
  }

  List<Row> rows() {
    return rows;
  }

  /** The estimate sees how it is, and is asked from now on. Not while a transaction may repeat. */
  void learnedFrom(WaitEstimate by) {
    by.seen(flow, at);
    estimate = by;
  }

  /** How long it takes from a position. */
  Optional<WaitRange> range(int position) {
    WaitEstimate by = estimate;
    return by == null
        ? Optional.empty()
        : ranges.computeIfAbsent(position, where -> by.range(where, awayBefore(where), flow, at));
  }

  private int awayBefore(int position) {
    return away[Math.min(position - 1, away.length - 1)];
  }

  /** Whether somebody who goes before this group has come in since then. */
  boolean isOvertaken(int priority, Instant since) {
    return Arrays.stream(newest, 0, priority)
        .anyMatch(entered -> entered != null && entered.isAfter(since));
  }

  QueueJournal.Figures figures(Report report) {
    Map<String, Integer> waiting = new HashMap<>();
    List<Instant> entered = new ArrayList<>();
    int absent = 0;
    int callbacks = 0;
    int ringing = 0;
    for (Row row : rows) {
      switch (row.reach()) {
        case PRESENT -> {
          waiting.merge(row.language(), 1, Integer::sum);
          entered.add(row.entered());
        }
        case CALLBACK -> callbacks++;
        case RINGING -> ringing++;
        case ABSENT -> absent++;
        case NONE -> {}
      }
    }
    Instant oldest = entered.stream().min(Instant::compareTo).orElse(at);
    return new QueueJournal.Figures(
        at,
        report.phase(),
        report.opens(),
        waiting,
        oldest,
        report.running(),
        report.limit(),
        report.settings().dialogues(),
        absent,
        callbacks,
        ringing,
        range(rows.size() + 1));
  }
}
