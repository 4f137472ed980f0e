package de.durchkommen.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private final Latencies latencies = new Latencies();

  @Test
  void theSlowestIsToldOnce() {
    latencies.took(2_000);
    latencies.took(7_000);
    latencies.took(3_000);
    assertThat(latencies.slowest()).isEqualTo(Duration.ofNanos(7_000));
    assertThat(latencies.slowest()).isZero();
    latencies.took(1_000);
    assertThat(latencies.slowest()).isEqualTo(Duration.ofNanos(1_000));
  }
}
