package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Whoever can cause warnings cannot fill the disk with them. */
final class SparseLogTest {
  private Instant now = Instant.EPOCH;
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  @Test
  void oneLineInTenSecondsTellsHowManyWereLeftOut() {
    try (MemoryLog log = new MemoryLog(SparseLogTest.class)) {
      SparseLog sparse = new SparseLog(System.getLogger(SparseLogTest.class.getName()), clock);
      for (int i = 0; i < 1_000; i++) {
        sparse.warns("A stranger");
      }
      assertThat(log.entries()).hasSize(1);
      now = now.plusMillis(9_999);
      sparse.warns("A stranger");
      assertThat(log.entries()).hasSize(1);
      now = now.plusMillis(1);
      sparse.warns("A stranger");
      assertThat(log.entries()).hasSize(2);
      assertThat(log.entries().getLast()).contains("A stranger (1000 such warnings");
    }
  }
}
