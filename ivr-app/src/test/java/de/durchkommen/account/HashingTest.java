package de.durchkommen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.durchkommen.account.Hashing.Limits;
import de.durchkommen.account.Hashing.Turn;
import de.durchkommen.account.PasswordHash.Cost;
import de.durchkommen.api.Problem;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HashingTest {
  private static final Cost CHEAP = new Cost(64, 1);

  private static Hashing hashing(int atOnce, int waiting, Duration patience) {
    return new Hashing(CHEAP, new Limits(atOnce, waiting, patience), new Random(1));
  }

  private static void isBusy(Hashing hashing) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(hashing::turn)
        .satisfies(problem -> {
          assertThat(problem.status()).isEqualTo(503);
          assertThat(problem.more()).containsKey(Problem.RETRY_AFTER);
        });
  }

  @Test
  void oneMoreThanCanWaitIsRefusedAtOnce() {
    Hashing hashing = hashing(2, 0, Duration.ofHours(1));
    try (Turn first = hashing.turn();
        Turn second = hashing.turn()) {
      assertThat(first).isNotSameAs(second);
      isBusy(hashing);
    }
    hashing.turn().close();
  }

  @Test
  void whoWaitsTooLongIsRefusedAndLeavesTheirPlace() {
    Hashing hashing = hashing(1, 1, Duration.ofMillis(1));
    Turn turn = hashing.turn();
    isBusy(hashing);
    isBusy(hashing);
    turn.close();
    hashing.turn().close();
  }

  @Test
  void whoWaitsGetsTheNextTurn() throws InterruptedException {
    Hashing hashing = hashing(1, 1, Duration.ofSeconds(30));
    CountDownLatch done = new CountDownLatch(1);
    Turn turn = hashing.turn();
    Thread.ofVirtual()
        .start(() -> {
          hashing.turn().close();
          done.countDown();
        });
    assertThat(done.await(20, TimeUnit.MILLISECONDS)).isFalse();
    turn.close();
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void countsEachHash() {
    Hashing hashing = hashing(1, 0, Duration.ofSeconds(1));
    try (Turn turn = hashing.turn()) {
      String hash = turn.made("vier alte Pferde");
      assertThat(turn.matches("vier alte Pferde", hash)).isTrue();
      assertThat(turn.matches("fünf alte Pferde", hash)).isFalse();
      turn.spent("vier alte Pferde");
      assertThat(hashing.done()).isEqualTo(4);
    }
  }
}
