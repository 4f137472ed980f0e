package de.durchkommen.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.durchkommen.api.Problem;
import de.durchkommen.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Planning as a client asks for it; what was is read from real tables. */
class PlanningResourceTest {
  private static final TestDatabase ROWS = TestDatabase.fresh();
  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  private final PlanningResource resource =
      new PlanningResource(ROWS.patient(), Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void clear() {
    for (String table : new String[] {"talk", "queue_ticket", "account"}) {
      ROWS.execute("DELETE FROM " + table);
    }
    ROWS.execute(
        "INSERT INTO account (id, name, shown_name, role, hash, must_change, created_at)"
            + " VALUES (1, 'anna', 'Frau Anna', 'AGENT', '-', 0, '2026-01-01')");
  }

  @AfterAll
  static void close() {
    ROWS.close();
  }

  private static void talked(String begun, String ended) {
    ROWS.execute(
        "INSERT INTO talk (kind, call_id, account, phone, language, assigned_at, begun_at, ended_at,"
            + " ending) VALUES ('CALLER', 'x', 1, 'a', 'de', '%1$s', '%1$s', '%2$s', 'OVER')"
                .formatted(begun, ended));
  }

  private static void waited(int queue, String entered, @Nullable String admitted, String ended) {
    String times =
        "'%s', %s, '%s'"
            .formatted(entered, admitted == null ? "NULL" : "'" + admitted + "'", ended);
    ROWS.execute(
        "INSERT INTO queue_ticket (phase, reach, priority, place, language, entered_at,"
            + " admitted_at, ended_at, outcome, queue)"
            + " VALUES ('ENDED', 'NONE', 5, 1, 'de', %s, '%s', %d)"
                .formatted(times, admitted == null ? "ABANDONED" : "SERVED", queue));
  }

  /** 100 s were waited in all, and one of them gave up. */
  @Test
  void handlingTimeAndPatienceAreThoseOfThePeopleWhoWere() {
    talked("2026-12-01 10:00:00", "2026-12-01 10:03:00");
    talked("2026-12-01 11:00:00", "2026-12-01 11:04:00");
    ROWS.execute(
        "UPDATE talk SET wrapped_at = '2026-12-01 11:05:00'"
            + " WHERE ended_at = '2026-12-01 11:04:00'");
    talked("2026-11-29 11:00:00", "2026-11-29 11:59:00");
    waited(2, "2026-12-01 10:00:00", "2026-12-01 10:01:00", "2026-12-01 10:05:00");
    waited(2, "2026-12-01 10:00:00", null, "2026-12-01 10:00:40");
    waited(1, "2026-12-01 10:00:00", null, "2026-12-01 10:30:00");
    waited(2, "2026-11-29 10:00:00", null, "2026-11-29 10:30:00");
    Estimates was = resource.estimates(1);
    assertThat(was.since()).isEqualTo(NOW.minus(Duration.ofDays(1)));
    assertThat(was.talks()).isEqualTo(2);
    assertThat(was.handlingSeconds()).isCloseTo(240, within(0.001));
    assertThat(was.abandonments()).isEqualTo(1);
    assertThat(was.patienceSeconds()).isCloseTo(100, within(0.001));
  }

  @Test
  void withoutAPastNothingIsMadeUp() {
    Estimates was = resource.estimates(31);
    assertThat(was).isEqualTo(new Estimates(was.since(), 0, null, 0, null));
  }

  @Test
  void theNumberThatIsNeededKeepsTheGoal() {
    PlanningResource.Told needed = resource.agents(600.0, 240.0, 180.0, 20, 0.8, 0.05);
    assertThat(needed.erlangs()).isCloseTo(40, within(1e-9));
    PlanningResource.Told so = resource.performance(600.0, 240.0, 180.0, 20, needed.agents());
    assertThat(so).isEqualTo(needed);
    assertThat(so.inTime()).isGreaterThanOrEqualTo(0.8);
    PlanningResource.Told few = resource.performance(600.0, 240.0, 180.0, 20, needed.agents() - 1);
    assertThat(few.inTime() < 0.8 || few.abandoned() > 0.05).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    ", 240, 180, 20, calls is missing",
    "-1, 240, 180, 20, calls has",
    "NaN, 240, 180, 20, calls has",
    "60, 0, 180, 20, handling has",
    "60, 1e300, 180, 20, handling has",
    "60, Infinity, 180, 20, handling has",
    "60, 240, 14401, 20, patience has",
    "60, 240, 180, -1, within has",
    "60, 240, 180, 3601, within has",
  })
  void whatCannotBeIsNamed(
      @Nullable Double calls, double handling, double patience, double within, String words) {
    assertThatThrownBy(() -> resource.agents(calls, handling, patience, within, 0.8, 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("invalid: " + words);
    assertThatThrownBy(() -> resource.performance(calls, handling, patience, within, 5))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("invalid: " + words);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10_001})
  void soManyAgentsThereAreNot(int agents) {
    assertThatThrownBy(() -> resource.performance(60.0, 240.0, 180.0, 20, agents))
        .hasMessageContaining("agents has");
  }

  @Test
  void aGoalThatNobodyKeepsIsTold() {
    assertThatThrownBy(() -> resource.agents(100_000.0, 14_400.0, 60.0, 20, 0.9, 1))
        .hasMessageContaining("not-enough");
    assertThatThrownBy(() -> resource.agents(60.0, 240.0, 180.0, 20, 1.5, 1))
        .hasMessageContaining("share has");
    assertThatThrownBy(() -> resource.estimates(0)).hasMessageContaining("days has");
  }
}
