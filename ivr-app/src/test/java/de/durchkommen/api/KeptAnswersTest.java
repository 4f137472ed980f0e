package de.durchkommen.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.api.Turn.KeptAnswer;
import de.durchkommen.api.Turn.Run;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.database.Together;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptAnswersTest {
  private static final TestDatabase ROWS = TestDatabase.fresh();
  private static final ApiClient PORTAL = new ApiClient("portal", Role.BOOKING);
  private static final byte[] KEY = hash("key");
  private static final byte[] REQUEST = hash("request");
  private static final KeptAnswer ANSWER =
      new KeptAnswer(201, "application/json", "http://host/api/v1/holds/1", hash("body"));

  private final TestClock clock = new TestClock(Instant.parse("2026-12-01T11:00:00Z"));
  private final KeptAnswers answers = new KeptAnswers(ROWS.patient(), clock, new Random());

  @AfterAll
  static void close() {
    ROWS.close();
  }

  @BeforeEach
  void clear() {
    ROWS.execute("DELETE FROM api_answer");
  }

  private static byte[] hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private Run begun() {
    Turn turn = answers.turn(PORTAL, KEY, REQUEST);
    assertThat(turn).isInstanceOf(Turn.Yours.class);
    return ((Turn.Yours) turn).run();
  }

  @Test
  void tellsTheAnswerAgain() {
    answers.keep(begun(), ANSWER);
    assertThat(answers.turn(PORTAL, KEY, REQUEST))
        .usingRecursiveComparison()
        .isEqualTo(new Turn.Done(ANSWER));
  }

  @Test
  void keepsAnswersWithoutABody() {
    KeptAnswer empty = new KeptAnswer(204, null, null, null);
    answers.keep(begun(), empty);
    assertThat(answers.turn(PORTAL, KEY, REQUEST))
        .usingRecursiveComparison()
        .isEqualTo(new Turn.Done(empty));
  }

  @Test
  void aKeyBelongsToOneClientAndOneRequest() {
    begun();
    assertThat(answers.turn(PORTAL, KEY, hash("another"))).isEqualTo(new Turn.OtherRequest());
    assertThat(answers.turn(PORTAL, hash("another"), REQUEST)).isInstanceOf(Turn.Yours.class);
    assertThat(answers.turn(new ApiClient("desk", Role.AGENT), KEY, REQUEST))
        .isInstanceOf(Turn.Yours.class);
  }

  @Test
  void manyAtOnceHaveOneTurn() {
    List<Turn> turns = Together.run(32, i -> answers.turn(PORTAL, KEY, REQUEST));
    assertThat(turns).filteredOn(Turn.Yours.class::isInstance).hasSize(1);
    assertThat(turns).filteredOn(new Turn.UnderWay()::equals).hasSize(31);
  }

  @ParameterizedTest
  @CsvSource({"PT29.999S, false", "PT30S, true"})
  void whatWasGivenUpIsDoneAgain(Duration later, boolean again) {
    begun();
    clock.pass(later);
    assertThat(answers.turn(PORTAL, KEY, REQUEST))
        .isInstanceOf(again ? Turn.Yours.class : Turn.UnderWay.class);
  }

  @Test
  void onlyOneTakesOverAndTheFirstOneIsNotHeardAnyMore() {
    Run slow = begun();
    clock.pass(ApiLimits.UNDER_WAY);
    List<Turn> turns = Together.run(16, i -> answers.turn(PORTAL, KEY, REQUEST));
    assertThat(turns).filteredOn(Turn.Yours.class::isInstance).hasSize(1);
    answers.keep(slow, new KeptAnswer(409, null, null, null));
    answers.forget(slow);
    assertThat(answers.turn(PORTAL, KEY, REQUEST)).isEqualTo(new Turn.UnderWay());
  }

  @Test
  void whatIsForgottenIsDoneAgain() {
    answers.forget(begun());
    answers.keep(begun(), ANSWER);
    assertThat(answers.turn(PORTAL, KEY, REQUEST)).isInstanceOf(Turn.Done.class);
  }

  @ParameterizedTest
  @CsvSource({"PT23H59M59.999S, 0", "PT24H, 1"})
  void answersAreKeptForADay(Duration age, int gone) {
    answers.keep(begun(), ANSWER);
    clock.pass(age);
    try (ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1)) {
      assertThat(new AnswerCleaning(ROWS.patient(), clock, schedule).clean()).isEqualTo(gone);
    }
  }
}
