package de.durchkommen.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WallTimeTest {
  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2026-01-12T22:00, 2026-01-12T21:00:00Z, 2026-01-12T21:00:00Z",
    "2026-07-12T22:00, 2026-07-12T20:00:00Z, 2026-07-12T20:00:00Z",
    // The hour that comes twice: from its first coming, to its second.
    "2026-10-25T02:30, 2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z",
    "2026-10-25T03:00, 2026-10-25T02:00:00Z, 2026-10-25T02:00:00Z",
    "2026-03-29T03:00, 2026-03-29T01:00:00Z, 2026-03-29T01:00:00Z"
  })
  void clocksInHessenTellMoments(String wall, Instant start, Instant end) {
    assertThat(WallTime.start(wall, "starts", HESSEN)).isEqualTo(start);
    assertThat(WallTime.end(wall, "ends", HESSEN)).isEqualTo(end);
    assertThat(WallTime.of(start, HESSEN)).isEqualTo(wall);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-29T02:30",
        "2026-02-30T10:00",
        "2026-02-03",
        "22:00",
        "2026-01-12T22:00Z",
        "2026-01-12T24:00",
        "",
        "gestern"
      })
  void whatNoClockShowsIsRefused(String words) {
    assertThatThrownBy(() -> WallTime.start(words, "starts", HESSEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("starts ");
  }

  @Test
  void aSpanEndsAfterItsBeginningAndNotTooLate() {
    Instant begin = Instant.parse("2026-01-12T08:00:00Z");
    assertThatThrownBy(() -> new Span(begin, begin)).hasMessageContaining("later than starts");
    assertThatThrownBy(() -> new Span(begin, begin.minusSeconds(60)))
        .hasMessageContaining("later than starts");
    assertThat(new Span(begin, begin.plus(Span.LONGEST)).isOver(begin)).isFalse();
    assertThatThrownBy(() -> new Span(begin, begin.plus(Span.LONGEST).plusSeconds(1)))
        .hasMessageContaining("31 days");
  }

  @Test
  void aSpanHoldsFromItsBeginningUntilBeforeItsEnd() {
    Instant begin = Instant.parse("2026-01-12T08:00:00Z");
    Span span = new Span(begin, begin.plus(Duration.ofHours(1)));
    assertThat(span.holds(begin.minusMillis(1))).isFalse();
    assertThat(span.holds(begin)).isTrue();
    assertThat(span.holds(span.ends().minusMillis(1))).isTrue();
    assertThat(span.holds(span.ends())).isFalse();
    assertThat(span.overlaps(new Span(span.ends(), span.ends().plusSeconds(9)))).isFalse();
    assertThat(span.overlaps(new Span(begin.minusSeconds(9), begin.plusSeconds(1)))).isTrue();
  }
}
