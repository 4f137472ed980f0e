package de.durchkommen.wallboard;

import de.durchkommen.database.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the past down, minute by minute, within one transaction. Of several nodes the one that has
 * the lock writes; minutes in which none did are written afterwards.
 */
final class Chronicle {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A booking has its number before it is committed, but not so long before. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private static final String STATE =
      "SELECT written_until, last_event FROM wallboard_clock WHERE id = 1";

  private static final String WRITTEN =
      "UPDATE wallboard_clock SET written_until = ?, last_event = ? WHERE id = 1";

  private static final String LAST = "SELECT COALESCE(MAX(id), 0) FROM appointment_event";

  private final Sql sql;
  private final Duration inTime;
  private final Instant now;

  Chronicle(Sql sql, Duration inTime, Instant now) {
    this.sql = sql;
    this.inTime = inTime;
    this.now = now;
  }

  /**
   * How far it is written.
   *
   * @param until up to this time; empty when nothing ever was
   * @param lastEvent number of a booking that was before that
   */
  private record State(Optional<Instant> until, long lastEvent) {}

  private Optional<State> state(String lock) {
    return sql.first(
        STATE + lock,
        row -> new State(Optional.ofNullable(Sql.instant(row, 1)), row.getLong(2)),
        List.of());
  }

  /**
   * Writes what is missing, some at once.
   *
   * @return whether there may be more to write
   */
  boolean written(Samples samples) {
    Optional<State> state = state(" FOR UPDATE SKIP LOCKED");
    if (state.isEmpty()) {
      return false;
    }
    Instant end = now.minus(WallboardLimits.GRACE).truncatedTo(ChronoUnit.MINUTES);
    Optional<Instant> begin =
        state.get().until().filter(until -> until.isAfter(end.minus(WallboardLimits.MISSED)));
    if (begin.isEmpty()) {
      wrote(end, sql.first(LAST, row -> row.getLong(1), List.of()).orElse(0L));
      return false;
    }
    Instant minute = begin.get();
    CountQuery query = new CountQuery(sql, inTime);
    long last = state.get().lastEvent();
    List<SpanRows.Line> lines = new ArrayList<>();
    int most = WallboardLimits.MINUTES_AT_ONCE;
    for (int i = 0; i < most && minute.isBefore(end); i++) {
      last = query.lastEvent(last, minute.minus(SLACK));
      lines.addAll(lines(query, minute, last, samples));
      minute = minute.plus(MINUTE);
    }
    if (!lines.isEmpty()) {
      new SpanRows(sql).add(1, lines);
      wrote(minute, last);
    }
    return minute.isBefore(end);
  }

  private static List<SpanRows.Line> lines(
      CountQuery query, Instant minute, long last, Samples samples) {
    List<SpanRows.Line> lines = new ArrayList<>();
    query
        .between(minute, minute.plus(MINUTE), last)
        .forEach((queue, counts) ->
            lines.add(new SpanRows.Line(minute, queue, counts, samples.of(minute, queue))));
    return lines;
  }

  private void wrote(Instant until, long lastEvent) {
    sql.update(WRITTEN, Arrays.<@Nullable Object>asList(until, lastEvent));
  }

  /** Makes quarters of an hour of minutes that are old enough, and deletes what is too old. */
  void tidied() {
    if (state(" FOR UPDATE SKIP LOCKED").isEmpty()) {
      return;
    }
    SpanRows rows = new SpanRows(sql);
    Duration quarter = Duration.ofMinutes(WallboardLimits.QUARTER);
    Instant before = now.minus(WallboardLimits.MINUTES_KEPT).minus(quarter);
    for (int i = 0; i < WallboardLimits.ROLLED_AT_ONCE; i++) {
      Optional<Instant> oldest = rows.oldestMinute(before);
      if (oldest.isEmpty()) {
        break;
      }
      rows.merge(quarter(oldest.get()), WallboardLimits.QUARTER);
    }
    rows.forget(now.minus(WallboardLimits.KEPT), WallboardLimits.DELETED_AT_ONCE);
  }

  private static Instant quarter(Instant minute) {
    long seconds = Duration.ofMinutes(WallboardLimits.QUARTER).toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(minute.getEpochSecond(), seconds) * seconds);
  }

  /**
   * All from this time on until now, what is not written yet as well.
   *
   * @return by the number of the queue
   */
  Map<Integer, Counts> since(Instant from) {
    Map<Integer, Counts> counts = new HashMap<>(new SpanRows(sql).totals(from, now));
    Optional<State> state = state("");
    Optional<Instant> until = state.flatMap(State::until);
    if (until.isPresent() && until.get().isBefore(now)) {
      Instant begin = until.get().isBefore(from) ? from : until.get();
      new CountQuery(sql, inTime)
          .between(begin, now, state.get().lastEvent())
          .forEach((queue, more) -> counts.merge(queue, more, Counts::plus));
    }
    return counts;
  }
}
