package de.durchkommen.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.wallboard.History.Expected;
import de.durchkommen.wallboard.History.Point;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The past in steps, and what is expected. */
class HistoryQueryTest {
  private static final PastRows PAST = new PastRows();

  @BeforeEach
  void clear() {
    PAST.clear();
  }

  @AfterAll
  static void close() {
    PAST.close();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(WallboardLimits.HESSEN).toInstant();
  }

  private static History history(HistoryQuery.Span span, String now) {
    return PAST.inOne(sql -> new HistoryQuery(sql).of(span, at(now)));
  }

  private static Point point(History history, String local) {
    return history.points().stream()
        .filter(point -> point.at().equals(at(local)))
        .findFirst()
        .orElseThrow();
  }

  /** The days on which the clock is changed have another number of quarters. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-01T09:00, DAY, 96",
    "2026-03-29T09:00, DAY, 92",
    "2026-10-25T09:00, DAY, 100",
    "2026-12-01T09:00, WEEK, 168",
    "2026-12-01T09:00, MONTH, 31"
  })
  void eachStepHasAPoint(String now, HistoryQuery.Span span, int steps) {
    History history = history(span, now);
    assertThat(history.points()).hasSize(steps);
    assertThat(history.points().getFirst().at()).isEqualTo(history.from());
    assertThat(history.points())
        .allMatch(point -> point.selfService() == null && point.expected() == null);
  }

  @Test
  void minutesAndQuartersAreSummedUp() {
    PAST.span(at("2026-12-01T09:00"), 1, 15, 5, 1);
    PAST.span(at("2026-12-01T09:15"), 1, 1, 2, 0);
    PAST.span(at("2026-12-01T09:29"), 1, 1, 3, 0);
    PAST.span(at("2026-12-01T09:29"), 0, 1, 0, 4);
    PAST.span(at("2026-12-01T09:30"), 1, 1, 90, 0);
    History day = history(HistoryQuery.Span.DAY, "2026-12-01T10:00");
    Point quarter = point(day, "2026-12-01T09:15");
    assertThat(Objects.requireNonNull(quarter.selfService()).entered()).isEqualTo(5);
    assertThat(quarter.booked()).isEqualTo(4);
    assertThat(quarter.people()).isNull();
    History week = history(HistoryQuery.Span.WEEK, "2026-12-01T10:00");
    Point hour = point(week, "2026-12-01T09:00");
    assertThat(Objects.requireNonNull(hour.selfService()).entered()).isEqualTo(100);
    History month = history(HistoryQuery.Span.MONTH, "2026-12-01T10:00");
    assertThat(point(month, "2026-12-01T00:00").booked()).isEqualTo(5);
    assertThat(point(month, "2026-11-30T00:00").booked()).isNull();
  }

  /** Eight o'clock stays eight o'clock, though the clock was changed on 25 October. */
  @Test
  void whatIsExpectedIsTheMeanOfTheSameWeekdayAndTime() {
    PAST.span(at("2026-11-03T08:00"), 1, 15, 10, 0);
    PAST.span(at("2026-10-27T08:00"), 1, 15, 20, 2);
    PAST.span(at("2026-10-20T08:00"), 1, 15, 30, 0);
    PAST.span(at("2026-10-20T08:00"), 2, 15, 4, 0);
    PAST.span(at("2026-10-13T08:00"), 1, 15, 40, 0);
    PAST.span(at("2026-10-06T08:00"), 1, 15, 900, 0);
    PAST.span(at("2026-11-02T08:00"), 1, 15, 900, 0);
    History day = history(HistoryQuery.Span.DAY, "2026-11-10T07:00");
    assertThat(point(day, "2026-11-10T08:00").expected()).isEqualTo(new Expected(25, 1, 0.5, 4));
    assertThat(point(day, "2026-11-10T08:15").expected()).isNull();
    PAST.rows.execute("DELETE FROM wallboard_span WHERE at < '2026-10-26'");
    History later = history(HistoryQuery.Span.DAY, "2026-11-10T07:00");
    assertThat(point(later, "2026-11-10T08:00").expected()).isEqualTo(new Expected(15, 0, 1, 2));
    assertThat(
            point(history(HistoryQuery.Span.MONTH, "2026-11-10T07:00"), "2026-11-10T00:00")
                .expected())
        .isEqualTo(new Expected(15, 0, 1, 2));
  }
}
