package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenValuesTest {
  private static final Prompt ALL =
      Prompt.of(
          "all",
          Map.of(
              "place", ArgumentKind.TEXT,
              "count", ArgumentKind.NUMBER,
              "day", ArgumentKind.DATE,
              "hour", ArgumentKind.TIME,
              "moment", ArgumentKind.DATE_TIME,
              "code", ArgumentKind.DIGITS));

  @Test
  void everyKindIsTakenAsTyped() {
    Map<String, String> typed =
        Map.of(
            "place", " Fulda ",
            "count", "21",
            "day", "2026-12-24",
            "hour", "08:15",
            "moment", "2026-12-24T08:15",
            "code", "0042");
    assertThat(GivenValues.of(ALL, typed::get).values())
        .isEqualTo(
            Map.of(
                "place",
                "Fulda",
                "count",
                21,
                "day",
                LocalDate.of(2026, 12, 24),
                "hour",
                LocalTime.of(8, 15),
                "moment",
                LocalDateTime.of(2026, 12, 24, 8, 15),
                "code",
                new Digits("0042")));
  }

  @Test
  void whatIsNotGivenIsASample() {
    assertThat(GivenValues.of(ALL, name -> null).values()).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "place|' '|place has to be 1 to 60 characters",
        "count|-1|count has to be a count, from 0 to 999999",
        "count|1e3|count has to be a count",
        "day|24.12.2026|day has to be a day, as 2026-12-01",
        "day|2026-02-30|day has to be a day",
        "hour|25:00|hour has to be a time, as 09:30",
        "moment|2026-12-24|moment has to be a day with a time",
        "code|12a|code has to be 1 to 20 digits"
      })
  void whatDoesNotFitIsNamed(String name, String value, String told) {
    assertThatThrownBy(() -> GivenValues.of(ALL, asked -> asked.equals(name) ? value : null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(told);
  }
}
