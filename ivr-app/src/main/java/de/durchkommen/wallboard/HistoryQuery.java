package de.durchkommen.wallboard;

import de.durchkommen.database.Sql;
import de.durchkommen.queue.QueueKind;
import de.durchkommen.wallboard.History.Expected;
import de.durchkommen.wallboard.History.Flow;
import de.durchkommen.wallboard.History.Point;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the past of a span, and puts the mean of the same weekday in the weeks before beside it.
 * Weeks are gone back by the clock in Hessen, so that eight o'clock stays eight o'clock.
 */
final class HistoryQuery {
  /** How far back, and in which steps. */
  enum Span {
    /** Today, by quarters of an hour. */
    DAY(1, WallboardLimits.QUARTER, ChronoUnit.MINUTES, "quarter"),
    /** The last seven days, by hours. */
    WEEK(7, 1, ChronoUnit.HOURS, "hour"),
    /** The last 31 days, by days. */
    MONTH(31, 1, ChronoUnit.DAYS, "day");

    private final int days;
    private final int amount;
    private final ChronoUnit unit;
    private final String word;

    Span(int days, int amount, ChronoUnit unit, String word) {
      this.days = days;
      this.amount = amount;
      this.unit = unit;
      this.word = word;
    }

    /** Where the next step begins; days are those of the calendar. */
    private ZonedDateTime after(ZonedDateTime at) {
      return at.plus(amount, unit);
    }

    /** The rows that are read for it are summed up so far. */
    private Duration part() {
      return this == DAY ? Duration.ofMinutes(WallboardLimits.QUARTER) : Duration.ofHours(1);
    }
  }

  private final SpanRows rows;
  private final NavigableMap<Instant, Map<Integer, SpanRows.Line>> parts = new TreeMap<>();

  HistoryQuery(Sql sql) {
    this.rows = new SpanRows(sql);
  }

  /** The past of this span as of now. */
  History of(Span span, Instant now) {
    LocalDate today = now.atZone(WallboardLimits.HESSEN).toLocalDate();
    ZonedDateTime until = today.plusDays(1).atStartOfDay(WallboardLimits.HESSEN);
    ZonedDateTime from = today.plusDays(1L - span.days).atStartOfDay(WallboardLimits.HESSEN);
    read(span, from, until);
    List<Point> points = new ArrayList<>();
    for (ZonedDateTime at = from; at.isBefore(until); at = span.after(at)) {
      points.add(point(span, at));
    }
    String word = span.name().toLowerCase(java.util.Locale.ROOT);
    return new History(word, from.toInstant(), until.toInstant(), span.word, points);
  }

  /** A month and the weeks before it overlap; of a day only five days are needed. */
  private void read(Span span, ZonedDateTime from, ZonedDateTime until) {
    if (span == Span.DAY) {
      for (int week = 0; week <= WallboardLimits.WEEKS; week++) {
        read(span.part(), from.minusWeeks(week), until.minusWeeks(week));
      }
    } else {
      read(span.part(), from.minusWeeks(WallboardLimits.WEEKS), until);
    }
  }

  private void read(Duration part, ZonedDateTime from, ZonedDateTime until) {
    for (SpanRows.Line line : rows.parts(from.toInstant(), until.toInstant(), part)) {
      parts.computeIfAbsent(line.at(), at -> new HashMap<>()).put(line.queue(), line);
    }
  }

  private Point point(Span span, ZonedDateTime from) {
    @Nullable Map<Integer, SpanRows.Line> found = between(from, span.after(from)).orElse(null);
    @Nullable Expected expected = expected(span, from).orElse(null);
    if (found == null) {
      return new Point(from.toInstant(), null, null, null, expected);
    }
    return new Point(
        from.toInstant(),
        flow(found, QueueKind.SELF_SERVICE),
        flow(found, QueueKind.PEOPLE),
        booked(found),
        expected);
  }

  /** A step ends by its length: an hour that comes twice has the same one before it both times. */
  private Optional<Expected> expected(Span span, ZonedDateTime from) {
    int weeks = 0;
    double selfService = 0;
    double people = 0;
    double booked = 0;
    for (int week = 1; week <= WallboardLimits.WEEKS; week++) {
      ZonedDateTime before = from.minusWeeks(week);
      var found = between(before, span.after(before));
      if (found.isPresent()) {
        weeks++;
        selfService += entered(found.get(), QueueKind.SELF_SERVICE);
        people += entered(found.get(), QueueKind.PEOPLE);
        booked += booked(found.get());
      }
    }
    return weeks == 0
        ? Optional.empty()
        : Optional.of(new Expected(selfService / weeks, people / weeks, booked / weeks, weeks));
  }

  /** The sum by queue; empty when there is no row. */
  private Optional<Map<Integer, SpanRows.Line>> between(ZonedDateTime from, ZonedDateTime until) {
    Map<Integer, SpanRows.Line> sums = new HashMap<>();
    parts
        .subMap(from.toInstant(), until.toInstant())
        .values()
        .forEach(lines ->
            lines.forEach((queue, line) -> sums.merge(queue, line, HistoryQuery::together)));
    return sums.isEmpty() ? Optional.empty() : Optional.of(sums);
  }

  private static SpanRows.Line together(SpanRows.Line first, SpanRows.Line next) {
    Optional<Sample> most =
        first.most().isPresent() && next.most().isPresent()
            ? Optional.of(first.most().get().most(next.most().get()))
            : first.most().or(next::most);
    return new SpanRows.Line(first.at(), first.queue(), first.counts().plus(next.counts()), most);
  }

  private static @Nullable Flow flow(Map<Integer, SpanRows.Line> found, QueueKind kind) {
    SpanRows.Line line = found.get(kind.number());
    if (line == null) {
      return null;
    }
    Counts counts = line.counts();
    return new Flow(
        counts.entered(),
        counts.putThrough(),
        counts.inTime(),
        counts.measured(),
        counts.abandoned(),
        line.most().map(Sample::waiting).orElse(null),
        line.most().map(Sample::longestSeconds).orElse(null));
  }

  private static int entered(Map<Integer, SpanRows.Line> found, QueueKind kind) {
    SpanRows.Line line = found.get(kind.number());
    return line == null ? 0 : line.counts().entered();
  }

  private static int booked(Map<Integer, SpanRows.Line> found) {
    return found.values().stream().mapToInt(line -> line.counts().booked()).sum();
  }
}
