package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.queue.OpeningHours.Span;
import de.durchkommen.queue.OpeningHours.State;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 30 November 2026 is a Monday. */
class OpeningHoursTest {
  private static final Span MORNING = Span.of(LocalTime.of(8, 0), LocalTime.of(12, 0));
  private static final Span AFTERNOON = Span.of(LocalTime.of(13, 0), LocalTime.of(18, 30));

  /** Monday in two spans, Friday evening over midnight, one Monday closed, one Sunday open. */
  private static final OpeningHours HOURS =
      new OpeningHours(
          Map.of(
              DayOfWeek.MONDAY,
              List.of(AFTERNOON, MORNING),
              DayOfWeek.FRIDAY,
              List.of(Span.of(LocalTime.of(20, 0), LocalTime.MIDNIGHT)),
              DayOfWeek.SATURDAY,
              List.of(Span.of(LocalTime.MIDNIGHT, LocalTime.of(2, 0)))),
          Map.of(
              LocalDate.of(2026, 12, 7),
              List.of(),
              LocalDate.of(2026, 12, 13),
              List.of(Span.of(LocalTime.of(10, 0), LocalTime.of(11, 0)))));

  @ParameterizedTest
  @CsvSource({
    "2026-11-30T07:59:59, shut, 2026-11-30T08:00",
    "2026-11-30T08:00:00, open, 2026-11-30T12:00",
    "2026-11-30T11:59:59, open, 2026-11-30T12:00",
    "2026-11-30T12:00:00, shut, 2026-11-30T13:00",
    "2026-11-30T18:29:59, open, 2026-11-30T18:30",
    "2026-11-30T18:30:00, shut, 2026-12-04T20:00",
    "2026-12-04T23:59:59, open, 2026-12-05T02:00",
    "2026-12-05T00:00:00, open, 2026-12-05T02:00",
    "2026-12-05T02:00:00, shut, 2026-12-11T20:00",
    "2026-12-07T09:00:00, shut, 2026-12-11T20:00",
    "2026-12-12T05:00:00, shut, 2026-12-13T10:00",
    "2026-12-13T10:30:00, open, 2026-12-13T11:00",
  })
  void aWeekWithDaysThatDiffer(LocalDateTime now, String state, LocalDateTime then) {
    Instant at = local(then);
    assertThat(HOURS.at(local(now)))
        .isEqualTo("open".equals(state) ? new State.Open(at) : new State.Shut(at));
  }

  /** The clock goes from 2:00 to 3:00 on 28 March 2027, and from 3:00 to 2:00 on 31 October. */
  @ParameterizedTest
  @CsvSource({
    "02:30, 05:00, 2027-03-28T00:59:59Z, shut, 2027-03-28T01:00:00Z",
    "02:30, 05:00, 2027-03-28T01:00:00Z, open, 2027-03-28T03:00:00Z",
    "01:00, 02:30, 2027-03-28T00:30:00Z, open, 2027-03-28T01:00:00Z",
    "02:00, 03:00, 2027-03-28T00:30:00Z, shut, 2027-03-29T00:00:00Z",
    "02:30, 05:00, 2027-10-31T00:29:59Z, shut, 2027-10-31T00:30:00Z",
    "02:30, 05:00, 2027-10-31T00:30:00Z, open, 2027-10-31T04:00:00Z",
    "01:00, 02:30, 2027-10-31T01:00:00Z, open, 2027-10-31T01:30:00Z",
    "08:00, 12:00, 2027-03-28T05:59:59Z, shut, 2027-03-28T06:00:00Z",
    "08:00, 12:00, 2027-10-31T06:59:59Z, shut, 2027-10-31T07:00:00Z",
  })
  void nightsInWhichTheClockChanges(
      LocalTime from, LocalTime until, Instant now, String state, Instant then) {
    assertThat(daily(Span.of(from, until)).at(now))
        .isEqualTo("open".equals(state) ? new State.Open(then) : new State.Shut(then));
  }

  @Test
  void dayAndNightNeverCloses() {
    assertThat(OpeningHours.ALWAYS.at(local(LocalDateTime.of(2026, 11, 30, 3, 0))))
        .isEqualTo(new State.Open(Instant.MAX));
  }

  @Test
  void dayAndNightClosesBeforeADayThatIsClosed() {
    LocalDate holiday = LocalDate.of(2026, 12, 25);
    OpeningHours hours = new OpeningHours(OpeningHours.ALWAYS.week(), Map.of(holiday, List.of()));
    assertThat(hours.at(local(holiday.minusDays(30).atTime(9, 0))))
        .isEqualTo(new State.Open(local(holiday.atStartOfDay())));
    assertThat(hours.at(local(holiday.atTime(9, 0))))
        .isEqualTo(new State.Shut(local(holiday.plusDays(1).atStartOfDay())));
  }

  @Test
  void neverOpenHasNoOpening() {
    assertThat(new OpeningHours(Map.of(), Map.of()).at(Instant.parse("2026-11-30T08:00:00Z")))
        .isEqualTo(new State.Shut(Instant.MAX));
  }

  @Test
  void spansThatOverlapAreOneOpening() {
    LocalDateTime now = LocalDateTime.of(2026, 11, 30, 9, 0);
    OpeningHours hours =
        new OpeningHours(
            Map.of(DayOfWeek.MONDAY, List.of(MORNING, new Span(600, 660), new Span(700, 800))),
            Map.of());
    assertThat(hours.at(local(now)))
        .isEqualTo(new State.Open(local(now.toLocalDate().atTime(13, 20))));
  }

  @Test
  void hoursEndAfterTheyBegin() {
    assertThatThrownBy(() -> Span.of(LocalTime.of(9, 0), LocalTime.of(9, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static OpeningHours daily(Span span) {
    Map<DayOfWeek, List<Span>> week =
        List.of(DayOfWeek.values()).stream()
            .collect(Collectors.toMap(day -> day, day -> List.of(span)));
    return new OpeningHours(week, Map.of());
  }

  private static Instant local(LocalDateTime time) {
    return time.atZone(OpeningHours.HESSEN).toInstant();
  }
}
