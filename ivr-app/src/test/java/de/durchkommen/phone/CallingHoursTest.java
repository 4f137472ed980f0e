package de.durchkommen.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallingHoursTest {
  @ParameterizedTest
  @CsvSource({
    // winter: one hour ahead of UTC
    "2026-12-01T06:59:59Z, false, 2026-12-01T07:00:00Z",
    "2026-12-01T07:00:00Z, true, 2026-12-01T07:00:00Z",
    "2026-12-01T19:59:59Z, true, 2026-12-01T19:59:59Z",
    "2026-12-01T20:00:00Z, false, 2026-12-02T07:00:00Z",
    "2026-12-01T23:30:00Z, false, 2026-12-02T07:00:00Z",
    // summer: two
    "2026-07-01T05:59:59Z, false, 2026-07-01T06:00:00Z",
    "2026-07-01T19:00:00Z, false, 2026-07-02T06:00:00Z",
    // the night in which the clocks go back
    "2026-10-24T20:00:00Z, false, 2026-10-25T07:00:00Z"
  })
  void peopleAreCalledFrom8To21HoursInHessen(Instant now, boolean open, Instant next) {
    assertThat(CallingHours.USUAL.isOpen(now)).isEqualTo(open);
    assertThat(CallingHours.USUAL.next(now)).isEqualTo(next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08:00-20:30", "00:00-24:00", " 09:15-10:00 "})
  void hoursAreRead(String text) {
    CallingHours hours = CallingHours.parse(text);
    assertThat(hours.from()).isEqualTo(LocalTime.parse(text.strip().substring(0, 5)));
    assertThat(hours.until()).isAfter(hours.from());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8-21", "21:00-08:00", "08:00-08:00", "08:00-25:00", "08:00"})
  void wrongHoursAreRefusedWithTheNameOfTheSetting(String text) {
    assertThatThrownBy(() -> CallingHours.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(CallingHours.KEY);
  }
}
