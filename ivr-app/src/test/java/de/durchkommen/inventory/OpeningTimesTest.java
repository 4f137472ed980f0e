package de.durchkommen.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningTimesTest {
  private static final LocalDate MONDAY = LocalDate.of(2021, 1, 18);

  private static OpeningTimes times(int lanes, int minutes, boolean holidays, Break... breaks) {
    CentreDetails centre =
        new CentreDetails(
            "kassel", "Kassel", "", "34121", "Kassel", 51, 9, lanes, minutes, holidays, 1);
    return new OpeningTimes(
        centre,
        List.of(
            new OpeningHours(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(10, 10)),
            new OpeningHours(DayOfWeek.FRIDAY, LocalTime.of(8, 0), LocalTime.of(9, 0))),
        List.of(breaks));
  }

  private static List<String> slots(OpeningTimes times, LocalDate day) {
    return times.slots(day).stream().map(LocalTime::toString).toList();
  }

  @Test
  void theLastSlotEndsBeforeTheCentreCloses() {
    assertThat(slots(times(2, 30, false), MONDAY))
        .containsExactly("08:00", "08:30", "09:00", "09:30");
    assertThat(times(2, 30, false).capacity(MONDAY)).isEqualTo(8);
  }

  @Test
  void aWeekdayWithoutHoursIsClosed() {
    assertThat(slots(times(2, 30, false), MONDAY.plusDays(1))).isEmpty();
    assertThat(slots(times(2, 30, false), MONDAY.plusDays(6))).isEmpty();
  }

  @Test
  void noSlotReachesIntoABreak() {
    Break pause = new Break(DayOfWeek.MONDAY, LocalTime.of(8, 45), LocalTime.of(9, 0));
    assertThat(slots(times(2, 30, false, pause), MONDAY))
        .containsExactly("08:00", "09:00", "09:30");
    Break later = new Break(DayOfWeek.FRIDAY, LocalTime.of(8, 0), LocalTime.of(10, 0));
    assertThat(slots(times(2, 30, false, later), MONDAY)).hasSize(4);
  }

  @Test
  void holidaysAreAMatterOfTheCentre() {
    LocalDate goodFriday = LocalDate.of(2021, 4, 2);
    assertThat(slots(times(2, 30, false), goodFriday)).isEmpty();
    assertThat(slots(times(2, 30, true), goodFriday)).containsExactly("08:00", "08:30");
    assertThat(slots(times(2, 30, false), goodFriday.plusDays(7))).hasSize(2);
  }

  @Test
  void newSeatsGoWhereTheFewestAre() {
    LocalDateTime eight = MONDAY.atTime(8, 0);
    DayLanes day =
        new DayLanes(
            times(2, 30, false),
            MONDAY,
            List.of(
                new DayLanes.Place(eight, 1),
                new DayLanes.Place(eight, 2),
                new DayLanes.Place(MONDAY.atTime(9, 30), 2),
                new DayLanes.Place(MONDAY.atTime(9, 35), 1)));
    assertThat(day.taken(10))
        .containsExactly(
            new DayLanes.Place(MONDAY.atTime(9, 0), 1),
            new DayLanes.Place(MONDAY.atTime(8, 30), 1),
            new DayLanes.Place(MONDAY.atTime(9, 0), 2),
            new DayLanes.Place(MONDAY.atTime(8, 30), 2),
            new DayLanes.Place(MONDAY.atTime(9, 30), 1));
  }
}
