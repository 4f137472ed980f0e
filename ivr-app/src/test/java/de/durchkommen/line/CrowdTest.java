package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many calls at once. */
@Tag("alone")
final class CrowdTest {
  private static final int AT_ONCE = 200;

  /** Carriers of virtual threads come and go; calls must not need threads of their own. */
  private static final int MORE_THREADS = 20;

  private static final int FOR_SPEED = 3_000;
  private static final int MEET_SECONDS = 20;

  /** A line for each call would only measure the log. */
  private final Logger callLog = Logger.getLogger(CallFrame.class.getName());

  @BeforeEach
  void quiet() {
    callLog.setLevel(Level.WARNING);
  }

  @AfterEach
  void loud() {
    callLog.setLevel(null);
  }

  @Test
  void twoHundredCallsAtOnceAllEndRight() throws IOException {
    AtomicInteger threads = new AtomicInteger();
    CyclicBarrier allThere = new CyclicBarrier(AT_ONCE, () -> threads.set(platformThreads()));
    Crowd crowd = new Crowd(() -> met(allThere));
    int before = platformThreads();
    try (TestLine line =
        TestLine.with(TestLine.settings(TestLine.PATIENT, AT_ONCE), crowd::answered)) {
      Crowd.calls(line.port.port(), AT_ONCE);
      allEndedRight(line, crowd, AT_ONCE);
      assertThat(threads.get()).isBetween(1, before + MORE_THREADS);
    }
  }

  @Test
  void simpleCallsPerSecond() throws IOException {
    Crowd crowd = new Crowd(() -> {});
    try (TestLine line =
        TestLine.with(TestLine.settings(TestLine.PATIENT, AT_ONCE), crowd::answered)) {
      Crowd.calls(line.port.port(), AT_ONCE);
      long start = System.nanoTime();
      for (int done = 0; done < FOR_SPEED; done += AT_ONCE) {
        Crowd.calls(line.port.port(), AT_ONCE);
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      System.out.printf(
          "CALLS per second over FakeAsterisk, 19 keys each: %.0f%n",
          FOR_SPEED * 1_000.0 / took.toMillis());
      allEndedRight(line, crowd, AT_ONCE);
    }
  }

  private static void allEndedRight(TestLine line, Crowd crowd, int callers) {
    assertThat(crowd.understood).hasSize(callers);
    for (int i = 0; i < callers; i++) {
      assertThat(crowd.understood).containsEntry("crowd-" + i, Crowd.keysOf(i));
      assertThat(line.outcome("crowd-" + i)).isEqualTo("ENDED");
    }
    line.awaitsQuiet();
  }

  private static void met(CyclicBarrier barrier) {
    try {
      barrier.await(MEET_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException apart) {
      throw new IllegalStateException(apart);
    }
  }

  private static int platformThreads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }
}
