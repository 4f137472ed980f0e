package de.durchkommen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.Sql;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.database.Together;
import de.durchkommen.identity.IdentityOutcome.Identified;
import de.durchkommen.identity.IdentityOutcome.Locked;
import de.durchkommen.identity.IdentityOutcome.NoMatch;
import de.durchkommen.identity.QuestionDesk.Answers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationDeskTest {
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
  private static final InvitationCode INVITED = InvitationCode.withCheckDigit("572400001");
  private static final InvitationCode STRANGER = InvitationCode.withCheckDigit("572400002");
  private static final LocalDate RIGHT = LocalDate.of(1930, 2, 3);
  private static final LocalDate WRONG = LocalDate.of(1930, 3, 2);

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private final TestClock clock = new TestClock(NOON);
  private final InvitationDesk desk = new InvitationDesk(DATABASE.patient(), clock);

  @BeforeAll
  static void open() {
    DATABASE.execute(
        "INSERT INTO person (id, code, birth_date, name, postcode) VALUES (41, '%s', '%s', 'x', '34117')"
            .formatted(INVITED.digits(), RIGHT));
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void forget() {
    DATABASE.execute("DELETE FROM code_attempt");
  }

  @Test
  void knowsWhoWasInvited() {
    assertThat(desk.identify(INVITED, RIGHT)).isEqualTo(new Identified(new Person(41, "34117")));
  }

  @Test
  void warmsUpWithoutCountingATryAgainstAnybody() {
    for (int i = 0; i < Lock.WRONG_TRIES + 1; i++) {
      assertThat(desk.answers()).isTrue();
    }
    assertThat(DATABASE.rows("SELECT wrong_tries, locked_until FROM code_attempt"))
        .singleElement()
        .asString()
        .startsWith("0");
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, true", "4, true", "5, false", "6, false"})
  void locksAfterFiveWrongTriesInARow(int wrongTries, boolean open) {
    for (int i = 1; i <= wrongTries; i++) {
      assertThat(desk.identify(INVITED, WRONG))
          .isEqualTo(i < 5 ? new NoMatch() : new Locked(NOON.plus(Duration.ofHours(1))));
    }
    assertThat(desk.identify(INVITED, RIGHT)).isInstanceOf(open ? Identified.class : Locked.class);
  }

  @Test
  void unknownCodeAndWrongDateAreTheSameToTheCaller() {
    for (int i = 0; i < 7; i++) {
      clock.pass(Duration.ofMinutes(1));
      assertThat(desk.identify(STRANGER, WRONG)).isEqualTo(desk.identify(INVITED, WRONG));
    }
    assertThat(desk.identify(STRANGER, RIGHT)).isInstanceOf(Locked.class);
  }

  @Test
  void aRightAnswerBeginsTheCountAnew() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 4; i++) {
        assertThat(desk.identify(INVITED, WRONG)).isEqualTo(new NoMatch());
      }
      assertThat(desk.identify(INVITED, RIGHT)).isInstanceOf(Identified.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"PT59M59.999S, false", "PT1H, true"})
  void theLockEndsAfterAnHourAndTriesDoNotProlongIt(Duration passed, boolean open) {
    for (int i = 0; i < 5; i++) {
      desk.identify(INVITED, WRONG);
    }
    clock.pass(Duration.ofMinutes(30));
    assertThat(desk.identify(INVITED, RIGHT)).isEqualTo(new Locked(NOON.plus(Duration.ofHours(1))));
    clock.set(NOON.plus(passed));
    assertThat(desk.identify(INVITED, RIGHT)).isInstanceOf(open ? Identified.class : Locked.class);
  }

  @Test
  void afterALockThereAreFiveTriesAgain() {
    for (int i = 0; i < 5; i++) {
      desk.identify(INVITED, WRONG);
    }
    clock.pass(Duration.ofHours(1));
    for (int i = 0; i < 4; i++) {
      assertThat(desk.identify(INVITED, WRONG)).isEqualTo(new NoMatch());
    }
    assertThat(desk.identify(INVITED, WRONG)).isInstanceOf(Locked.class);
  }

  @Test
  void noMoreThanFiveOfManyGuessesAtOnceAreLookedAt() {
    List<IdentityOutcome> outcomes =
        Together.run(32, i -> desk.identify(INVITED, WRONG.plusDays(i)));
    assertThat(outcomes).filteredOn(NoMatch.class::isInstance).hasSize(4);
    assertThat(outcomes).filteredOn(Locked.class::isInstance).hasSize(28);
  }

  @Test
  void forgetsTriesAfterADayButNoLock() {
    try (ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1)) {
      AttemptCleaning cleaning = new AttemptCleaning(DATABASE.patient(), clock, schedule);
      desk.identify(INVITED, WRONG);
      clock.pass(Lock.MEMORY);
      assertThat(cleaning.clean()).isZero();
      clock.pass(Duration.ofMillis(1));
      desk.identify(STRANGER, WRONG);
      assertThat(cleaning.clean()).isOne();
      assertThat(DATABASE.rows("SELECT code FROM code_attempt")).containsExactly(STRANGER.digits());
    }
  }

  /** Both the call's count and that of whoever asked. */
  @Test
  void forgetsWrongAnswersToQuestionsAfterADay() {
    DATABASE.execute("DELETE FROM question_attempt");
    try (ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1)) {
      AttemptCleaning cleaning = new AttemptCleaning(DATABASE.patient(), clock, schedule);
      asked("call-1", "@erika");
      clock.pass(Lock.MEMORY);
      assertThat(cleaning.clean()).isZero();
      clock.pass(Duration.ofMillis(1));
      asked("call-2", "@max");
      assertThat(cleaning.clean()).isEqualTo(2);
      assertThat(DATABASE.rows("SELECT asked FROM question_attempt ORDER BY asked"))
          .containsExactly("@max", "call:call-2");
    }
  }

  private void asked(String callId, String by) {
    IdentityOutcome outcome =
        DATABASE
            .patient()
            .answer(
                entities ->
                    new QuestionDesk(new Sql(entities), clock.instant())
                        .identify(new Answers("Nie Mand", WRONG, "34117"), callId, by),
                IdentityOutcome.Unknown::new);
    assertThat(outcome).isEqualTo(new NoMatch());
  }
}
