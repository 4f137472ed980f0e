package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.prompt.VoiceUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkplacesTest {
  @Test
  void noMoreWorkAtOnceThanThereArePlaces() throws InterruptedException {
    var places = new Workplaces(3, 100, Duration.ofSeconds(20));
    var atOnce = new AtomicInteger();
    var most = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      threads.add(
          Thread.startVirtualThread(() ->
              places.used(() -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                pause();
                return atOnce.decrementAndGet();
              })));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(most).hasValue(3);
  }

  @Test
  void whoWaitsTooLongIsTold() {
    var places = new Workplaces(1, 100, Duration.ofMillis(50));
    whileBusy(
        places,
        () ->
            assertThatThrownBy(() -> places.used(() -> 1))
                .isInstanceOf(VoiceUnavailableException.class)
                .hasMessageContaining("PT0.05S"));
    assertThat(places.used(() -> 1)).as("the place is free again").isEqualTo(1);
  }

  @Test
  void whoFindsTooManyWaitingIsToldAtOnce() {
    var places = new Workplaces(1, 0, Duration.ofHours(1));
    assertThatThrownBy(() -> places.used(() -> 1))
        .isInstanceOf(VoiceUnavailableException.class)
        .hasMessageContaining("texts wait");
  }

  @Test
  void aFailureGivesThePlaceBack() {
    var places = new Workplaces(1, 1, Duration.ofMillis(50));
    assertThatThrownBy(() ->
            places.used(() -> {
              throw new IllegalStateException("x");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(places.used(() -> 1)).isEqualTo(1);
  }

  private static void whileBusy(Workplaces places, Runnable check) {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    Thread busy =
        Thread.startVirtualThread(() ->
            places.used(() -> {
              begun.countDown();
              awaited(end);
              return 1;
            }));
    awaited(begun);
    check.run();
    end.countDown();
    try {
      busy.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(5));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
