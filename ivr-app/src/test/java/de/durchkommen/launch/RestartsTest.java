package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartsTest {
  private final Restarts restarts = new Restarts();

  @Test
  void waitsLongerEachTimeUpToAMinute() {
    long now = 0;
    for (long expected : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      restarts.plan(now);
      assertThat(restarts.pause()).isEqualTo(Duration.ofSeconds(expected));
      assertThat(restarts.isDue(now + seconds(expected) - 1)).isFalse();
      now += seconds(expected);
      assertThat(restarts.isDue(now)).isTrue();
      restarts.begin(now);
    }
  }

  @Test
  void givesUpAfterTheLastTry() {
    for (int i = 0; i < Restarts.MOST; i++) {
      restarts.plan(0);
      assertThat(restarts.areUsedUp()).isFalse();
      restarts.begin(0);
    }
    restarts.plan(0);
    assertThat(restarts.areUsedUp()).isTrue();
    assertThat(restarts.isDue(Long.MAX_VALUE / 2)).isFalse();
  }

  @Test
  void startsFromOneAgainAfterALongGoodRun() {
    for (int i = 0; i < 5; i++) {
      restarts.plan(0);
      restarts.begin(0);
    }
    restarts.plan(Restarts.WELL_AFTER.toNanos() + 1);
    assertThat(restarts.pause()).isEqualTo(Duration.ofSeconds(1));
  }

  private static long seconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
