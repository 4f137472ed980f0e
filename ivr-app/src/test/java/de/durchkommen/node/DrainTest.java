package de.durchkommen.node;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.Database;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes of the application at one database. */
class DrainTest {
  private static final TestDatabase ROWS = TestDatabase.fresh();
  private static final Database DATABASE = ROWS.patient();
  private static final ScheduledExecutorService SCHEDULE = Executors.newScheduledThreadPool(1);
  private static final String ONE_IS_DRAINED =
      "UPDATE app_node SET drained_at = '2026-12-01 12:00:00' WHERE name = 'one'";

  private final TestClock clock = new TestClock(Instant.parse("2026-12-01T12:00:00Z"));

  @AfterAll
  static void close() {
    SCHEDULE.shutdownNow();
    ROWS.close();
  }

  @BeforeEach
  void clear() {
    ROWS.execute("DELETE FROM app_node");
  }

  private Drain node(String name) {
    Drain node = new Drain(DATABASE, clock, SCHEDULE, name);
    node.round();
    return node;
  }

  @Test
  void oneIsDrainedAndTheOtherIsNot() {
    Drain one = node("one");
    Drain other = node("other");
    assertThat(one.isDrained()).isFalse();
    ROWS.execute(ONE_IS_DRAINED);
    one.round();
    other.round();
    assertThat(one.isDrained()).isTrue();
    assertThat(other.isDrained()).isFalse();
    ROWS.execute("UPDATE app_node SET drained_at = NULL");
    one.round();
    assertThat(one.isDrained()).isFalse();
  }

  @Test
  void whatItHasIsTold() {
    Drain one = node("one");
    assertThat(ROWS.rows("SELECT calls FROM app_node")).containsExactly("0");
    one.counts(() -> 17);
    one.round();
    assertThat(ROWS.rows("SELECT calls FROM app_node")).containsExactly("17");
  }

  /** As after an upgrade. */
  @Test
  void aNodeThatHasJustStartedTakesCalls() {
    node("one");
    ROWS.execute(ONE_IS_DRAINED);
    assertThat(node("one").isDrained()).isFalse();
    assertThat(ROWS.rows("SELECT drained_at IS NULL FROM app_node")).containsExactly("1");
  }

  @Test
  void aNodeThatCannotAskGoesOnAsItWas() {
    Drain one = node("one");
    ROWS.execute(ONE_IS_DRAINED);
    one.round();
    ROWS.execute("RENAME TABLE app_node TO app_node_gone");
    try {
      one.round();
      assertThat(one.isDrained()).isTrue();
    } catch (IllegalStateException bug) {
      // A table that is missing is a bug and no outage; the round is tried again all the same.
      assertThat(one.isDrained()).isTrue();
    } finally {
      ROWS.execute("RENAME TABLE app_node_gone TO app_node");
    }
  }

  @Test
  void nodesThatAreGoneForLongAreForgotten() {
    node("one");
    clock.pass(Drain.FORGOTTEN.plusSeconds(1));
    node("other");
    assertThat(ROWS.rows("SELECT name FROM app_node")).containsExactly("other");
  }
}
