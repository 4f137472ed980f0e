package de.durchkommen.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import de.durchkommen.database.TestDatabase;
import de.durchkommen.settings.SteadyClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A real database says the time; its session's zone does not matter. */
class TimeCheckTest {
  private static final TestDatabase ROWS = TestDatabase.fresh();

  @AfterAll
  static void close() {
    ROWS.close();
  }

  @Test
  void theDatabaseOfTheSameMachineHasTheSameTime() {
    SteadyClock clock = new SteadyClock(ZoneOffset.UTC);
    TimeCheck check =
        new TimeCheck(
            ROWS.patient(),
            clock,
            mock(ScheduledExecutorService.class),
            mock(MetricRegistry.class));
    check.round();
    assertThat(clock.ahead().abs()).isPositive().isLessThan(Duration.ofSeconds(5));
  }
}
