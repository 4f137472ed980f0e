package de.durchkommen.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.TestClock;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {
  /** The movable days as the state's calendars have them. */
  @ParameterizedTest
  @CsvSource({
    "2020, 04-10 04-13 05-21 06-01 06-11",
    "2021, 04-02 04-05 05-13 05-24 06-03",
    "2022, 04-15 04-18 05-26 06-06 06-16",
    "2023, 04-07 04-10 05-18 05-29 06-08",
    "2024, 03-29 04-01 05-09 05-20 05-30",
    "2025, 04-18 04-21 05-29 06-09 06-19",
    "2026, 04-03 04-06 05-14 05-25 06-04",
    "2027, 03-26 03-29 05-06 05-17 05-27",
  })
  void areTenAYear(int year, String movable) {
    List<String> fixed = List.of("01-01", "05-01", "10-03", "12-25", "12-26");
    Set<LocalDate> expected =
        Stream.concat(Stream.of(movable.split(" ")), fixed.stream())
            .map(day -> LocalDate.parse(year + "-" + day))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(Holidays.of(year)).containsExactlyElementsOf(expected).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource({
    "2021-04-02, true",
    "2021-04-01, false",
    "2021-06-03, true",
    "2021-06-04, false",
    "2021-10-31, false",
    "2021-11-01, false",
    "2021-12-24, false",
    "2021-12-26, true",
  })
  void knowsBothSides(LocalDate day, boolean holiday) {
    assertThat(Holidays.isHoliday(day)).isEqualTo(holiday);
  }

  /** What is past is told to nobody. */
  @Test
  void areToldFromTodayToTheEndOfTheNextYear() {
    TestClock clock = new TestClock(Instant.parse("2026-12-25T22:59:59Z"));
    HolidayResource resource = new HolidayResource(clock);
    assertThat(resource.holidays().items()).hasSize(12);
    clock.pass(Duration.ofSeconds(1));
    assertThat(resource.holidays().items())
        .hasSize(11)
        .startsWith(
            new HolidayResource.Holiday(LocalDate.of(2026, 12, 26), "2. Weihnachtstag"),
            new HolidayResource.Holiday(LocalDate.of(2027, 1, 1), "Neujahr"));
  }

  @Test
  void areTheSameAsSomebodyElses() {
    HolidayManager hessen =
        HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));
    for (int year = 2000; year <= 2060; year++) {
      if (year == 2017) {
        continue; // 500 years of the Reformation: one more, this once
      }
      Set<LocalDate> theirs =
          hessen.getHolidays(Year.of(year), "he").stream()
              .map(Holiday::getDate)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(Holidays.of(year)).containsExactlyElementsOf(theirs);
    }
  }

  @Test
  void easterIsASundayFromMarch22ToApril25() {
    for (int year = 1583; year <= 3000; year++) {
      LocalDate easter = Holidays.easterSunday(year);
      assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
      assertThat(easter).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
    }
  }
}
