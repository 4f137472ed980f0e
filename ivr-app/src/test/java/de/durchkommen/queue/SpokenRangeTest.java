package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenRangeTest {
  /** Seconds, and what is said of them in minutes. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 1",
    "10, 60, 0, 1",
    "60, 60.1, 0, 2",
    "61, 179, 1, 3",
    "301, 901, 5, 20",
    "299, 899, 3, 15",
    "720, 2700, 10, 45",
    "3601, 5401, 60, 120",
    "14000, 14400, 180, 240",
    "13000, 14401, 180, ",
    "20000, 30000, 240, ",
  })
  void roundsOutwards(double low, double high, int from, Integer until) {
    assertThat(SpokenRange.around(low, high, SpokenRange.MINUTES))
        .contains(
            new WaitRange(
                Duration.ofMinutes(from), Optional.ofNullable(until).map(Duration::ofMinutes)));
  }

  /** A supervisor may want wider ranges. */
  @ParameterizedTest
  @CsvSource({"0, 0, 0, 15", "301, 901, 0, 30", "1000, 2700, 15, 60", "3700, 4000, 60, "})
  void fewerStepsMakeWiderRanges(double low, double high, int from, Integer until) {
    assertThat(SpokenRange.around(low, high, List.of(15, 30, 60)))
        .contains(
            new WaitRange(
                Duration.ofMinutes(from), Optional.ofNullable(until).map(Duration::ofMinutes)));
  }

  @Test
  void saysNothingOfAnything() {
    assertThat(SpokenRange.around(59, 14_401, SpokenRange.MINUTES)).isEmpty();
  }
}
