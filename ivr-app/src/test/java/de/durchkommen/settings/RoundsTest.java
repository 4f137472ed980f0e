package de.durchkommen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration NEVER = Duration.ofHours(1);
  private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor();
  private final Rounds rounds =
      new Rounds(schedule, System.getLogger(RoundsTest.class.getName()), "It failed");

  @AfterEach
  void end() {
    schedule.shutdownNow();
  }

  private static boolean comesDown(CountDownLatch latch) throws InterruptedException {
    return latch.await(30, TimeUnit.SECONDS);
  }

  @Test
  void whatFailsIsDoneAgain() throws InterruptedException {
    CountDownLatch times = new CountDownLatch(3);
    rounds.every(
        SHORT,
        () -> {
          times.countDown();
          throw new IllegalStateException("each time");
        });
    assertThat(comesDown(times)).isTrue();
  }

  @Test
  void theFirstIsNowOrAfterThePause() throws InterruptedException {
    CountDownLatch now = new CountDownLatch(1);
    CountDownLatch later = new CountDownLatch(1);
    rounds.every(NEVER, later::countDown);
    rounds.fromNowOn(NEVER, now::countDown);
    assertThat(comesDown(now)).isTrue();
    assertThat(later.getCount()).isEqualTo(1);
  }

  @Test
  void theyBeginOnce() {
    assertThat(rounds.begin()).isTrue();
    assertThat(rounds.begin()).isFalse();
  }
}
