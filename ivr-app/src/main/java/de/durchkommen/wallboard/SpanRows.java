package de.durchkommen.wallboard;

import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of what is past, within one transaction. */
final class SpanRows {
  /** From here on spans are counted, so that they can be grouped by number. */
  private static final Instant ZERO = Instant.parse("2020-01-01T00:00:00Z");

  private static final String SUMS =
      " queue, SUM(entered), SUM(put_through), SUM(in_time), SUM(measured), SUM(abandoned),"
          + " SUM(booked), MAX(waiting), MAX(longest_s), MAX(busy), MAX(allowed)"
          + " FROM wallboard_span WHERE at >= ? AND at < ?";

  private static final String GROUPED =
      "SELECT TIMESTAMPDIFF(SECOND, '2020-01-01', at) DIV ? AS part,"
          + SUMS
          + " GROUP BY part, queue";

  private static final String TOTALS = "SELECT 0," + SUMS + " GROUP BY queue";

  private static final String ADDED =
      "INSERT INTO wallboard_span (at, queue, minutes, entered, put_through, in_time, measured,"
          + " abandoned, booked, waiting, longest_s, busy, allowed)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String OLDEST_MINUTE =
      "SELECT at FROM wallboard_span FORCE INDEX (wallboard_span_minutes)"
          + " WHERE minutes = 1 AND at < ? ORDER BY at LIMIT 1";

  private static final String REMOVED = "DELETE FROM wallboard_span WHERE at >= ? AND at < ?";

  private static final String OLD = "DELETE FROM wallboard_span WHERE at < ? LIMIT ?";

  private final Sql sql;

  SpanRows(Sql sql) {
    this.sql = sql;
  }

  /**
   * A span of one queue.
   *
   * @param at when it begins
   * @param queue 1, 2, or 0 for neither
   * @param most the most that was seen; empty when nobody looked
   */
  record Line(Instant at, int queue, Counts counts, Optional<Sample> most) {}

  /** All between, in parts of this length, which divides a day; in no order. */
  List<Line> parts(Instant from, Instant until, Duration part) {
    long seconds = part.toSeconds();
    return sql.rows(
        GROUPED,
        row -> line(row, ZERO.plusSeconds(row.getLong(1) * seconds)),
        List.of(seconds, from, until));
  }

  /** The counts of all between, by the number of the queue. */
  Map<Integer, Counts> totals(Instant from, Instant until) {
    Map<Integer, Counts> totals = new HashMap<>();
    sql.rows(TOTALS, row -> line(row, from), List.of(from, until))
        .forEach(line -> totals.put(line.queue(), line.counts()));
    return totals;
  }

  /** Adds spans of so many minutes, 1 or 15. */
  void add(int minutes, List<Line> lines) {
    sql.each(ADDED, lines.stream().map(line -> values(minutes, line)).toList());
  }

  /** The first minute before this time that is still one. */
  Optional<Instant> oldestMinute(Instant before) {
    return sql.first(
        OLDEST_MINUTE, row -> Objects.requireNonNull(Sql.instant(row, 1)), List.of(before));
  }

  /** Makes one span of all that are in it. */
  void merge(Instant at, int minutes) {
    Duration length = Duration.ofMinutes(minutes);
    List<Line> merged = sql.rows(TOTALS, row -> line(row, at), List.of(at, at.plus(length)));
    sql.update(REMOVED, List.of(at, at.plus(length)));
    add(minutes, merged);
  }

  /** Deletes what is older, so much at once; returns how many rows. */
  int forget(Instant before, int most) {
    return sql.update(OLD, List.of(before, most));
  }

  private static List<@Nullable Object> values(int minutes, Line line) {
    Counts counts = line.counts();
    List<@Nullable Object> values = new ArrayList<>();
    values.addAll(List.of(line.at(), line.queue(), minutes));
    values.addAll(List.of(counts.entered(), counts.putThrough(), counts.inTime()));
    values.addAll(List.of(counts.measured(), counts.abandoned(), counts.booked()));
    Sample most = line.most().orElse(null);
    values.add(most == null ? null : most.waiting());
    values.add(most == null ? null : most.longestSeconds());
    values.add(most == null ? null : most.busy());
    values.add(most == null ? null : most.allowed());
    return values;
  }

  private static Line line(ResultSet row, Instant at) throws SQLException {
    Counts counts =
        new Counts(
            row.getInt(3),
            row.getInt(4),
            row.getInt(5),
            row.getInt(6),
            row.getInt(7),
            row.getInt(8));
    @Nullable Integer waiting = row.getObject(9, Integer.class);
    Optional<Sample> most =
        waiting == null
            ? Optional.empty()
            : Optional.of(new Sample(waiting, row.getInt(10), row.getInt(11), row.getInt(12)));
    return new Line(at, row.getInt(2), counts, most);
  }
}
