package de.durchkommen.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockoutTest {
  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "1, PT0S",
    "4, PT0S",
    "5, PT1M",
    "6, PT2M",
    "7, PT4M",
    "8, PT8M",
    "9, PT16M",
    "10, PT32M",
    "11, PT1H",
    "12, PT1H",
    "30000, PT1H"
  })
  void doublesUpToAnHour(int tries, Duration lock) {
    assertThat(Lockout.after(tries)).isEqualTo(lock);
  }
}
