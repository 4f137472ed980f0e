package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import de.durchkommen.queue.OpeningHours.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The opening hours of versions of the settings, as rows. */
final class HoursRows {
  /** Never open: what a version without rows has. */
  static final OpeningHours NONE = new OpeningHours(Map.of(), Map.of());

  private static final String ADDED =
      "INSERT INTO queue_hours (settings, weekday, day, from_minute, until_minute)"
          + " VALUES (?, ?, ?, ?, ?)";

  private final Sql sql;

  HoursRows(Sql sql) {
    this.sql = sql;
  }

  private record Line(
      long version, @Nullable DayOfWeek weekday, @Nullable LocalDate day, @Nullable Span span) {}

  /** Of each of these versions that has any. */
  Map<Long, OpeningHours> of(List<Long> versions) {
    if (versions.isEmpty()) {
      return Map.of();
    }
    String asked =
        "SELECT settings, weekday, day, from_minute, until_minute FROM queue_hours"
            + " WHERE settings IN ("
            + Sql.marks(versions.size())
            + ") ORDER BY id";
    Map<Long, List<Line>> lines = new HashMap<>();
    for (Line line : sql.rows(asked, HoursRows::line, versions)) {
      lines.computeIfAbsent(line.version(), version -> new ArrayList<>()).add(line);
    }
    Map<Long, OpeningHours> hours = new HashMap<>();
    lines.forEach((version, own) -> hours.put(version, hours(own)));
    return hours;
  }

  /** Adds those of a version that has none yet. */
  void add(long version, OpeningHours hours) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    hours
        .week()
        .forEach((weekday, spans) -> {
          for (Span span : spans) {
            rows.add(row(version, weekday.getValue(), null, span));
          }
        });
    hours
        .days()
        .forEach((day, spans) -> {
          for (Span span : spans) {
            rows.add(row(version, null, day, span));
          }
          if (spans.isEmpty()) {
            rows.add(row(version, null, day, null));
          }
        });
    sql.each(ADDED, rows);
  }

  private static List<@Nullable Object> row(
      long version, @Nullable Integer weekday, @Nullable LocalDate day, @Nullable Span span) {
    return Arrays.asList(
        version,
        weekday,
        day,
        span == null ? null : span.from(),
        span == null ? null : span.until());
  }

  private static Line line(ResultSet row) throws SQLException {
    @Nullable Integer weekday = row.getObject(2, Integer.class);
    @Nullable Integer from = row.getObject(4, Integer.class);
    return new Line(
        row.getLong(1),
        weekday == null ? null : DayOfWeek.of(weekday),
        row.getObject(3, LocalDate.class),
        from == null ? null : new Span(from, row.getInt(5)));
  }

  private static OpeningHours hours(List<Line> lines) {
    Map<DayOfWeek, List<Span>> week = new HashMap<>();
    Map<LocalDate, List<Span>> days = new HashMap<>();
    for (Line line : lines) {
      List<Span> spans =
          line.weekday() != null
              ? week.computeIfAbsent(line.weekday(), weekday -> new ArrayList<>())
              : days.computeIfAbsent(Objects.requireNonNull(line.day()), day -> new ArrayList<>());
      if (line.span() != null) {
        spans.add(line.span());
      }
    }
    return new OpeningHours(week, days);
  }
}
