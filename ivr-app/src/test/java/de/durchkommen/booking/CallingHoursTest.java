package de.durchkommen.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(CallingHours.isOpen(now)).isEqualTo(open);
    assertThat(CallingHours.next(now)).isEqualTo(next);
  }
}
