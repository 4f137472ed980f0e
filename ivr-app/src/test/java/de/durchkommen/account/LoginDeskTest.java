package de.durchkommen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;

import de.durchkommen.account.LoginDesk.Begun;
import de.durchkommen.account.PasswordHash.Cost;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins on a real database. */
class LoginDeskTest {
  private static final String WRONG = "fünf alte Pferde";
  private static Desks desks;
  private long before;

  @BeforeAll
  static void open() {
    desks = new Desks();
  }

  @AfterAll
  static void close() {
    desks.close();
  }

  @BeforeEach
  void accounts() {
    desks.clear();
    desks.add("erika", Role.AGENT);
    before = desks.newest();
  }

  private static Begun login() {
    return desks.login.login("erika", Desks.PASSWORD, Optional.empty(), "r1");
  }

  private static Problem refused(String name, String password) {
    return Objects.requireNonNull(
        catchThrowableOfType(
            Problem.class, () -> desks.login.login(name, password, Optional.empty(), "r1")),
        "a problem");
  }

  private static boolean isLive(Begun session) {
    return desks.login.live(session.token()).isPresent();
  }

  @Test
  void theRightPasswordBeginsASession() {
    Begun begun = desks.login.login(" Erika ", Desks.PASSWORD, Optional.empty(), "r1");
    assertThat(desks.login.live(begun.token()))
        .hasValueSatisfying(live -> {
          assertThat(live.name()).isEqualTo("erika");
          assertThat(live.role()).isEqualTo(Role.AGENT);
          assertThat(live.csrfHash()).isEqualTo(begun.token().csrfHash());
        });
    assertThat(desks.audited(before)).isEqualTo("@erika LOGIN  1");
    assertThat(desks.database.rows("SELECT name_hash FROM login_attempt")).isEmpty();
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(strings = {"erika", "nobody", "", "e", "' OR 1=1 --", "Ä\u0000<script>", "gone"})
  void everyNameIsRefusedAndLockedAlikeAndCostsAHash(String name) {
    desks.add("gone", Role.AGENT);
    desks.database.execute("UPDATE account SET disabled_at = '2021-01-02' WHERE name = 'gone'");
    String password = name.equals("gone") ? Desks.PASSWORD : WRONG;
    for (int i = 1; i < Lockout.TRIES; i++) {
      long hashes = desks.hashing.done();
      Problem wrong = refused(name, password);
      assertThat(wrong.status()).isEqualTo(401);
      assertThat(wrong.detail()).isEqualTo("Name oder Passwort stimmt nicht.");
      assertThat(desks.hashing.done()).isEqualTo(hashes + 1);
    }
    Problem locked = refused(name, password);
    assertThat(locked.status()).isEqualTo(429);
    assertThat(locked.detail())
        .isEqualTo(
            "Für diesen Namen waren zu viele Passwörter hintereinander falsch. Ab 09:01 Uhr können"
                + " Sie es wieder versuchen.");
    assertThat(locked.more()).containsEntry("retryAfterSeconds", 60L);
    assertThat(refused(name, Desks.PASSWORD).slug()).isEqualTo("login-locked");
  }

  @Test
  void theAuditHasNothingThatWasTyped() {
    refused("erika", "Geheimnis-im-Passwort");
    refused("geheimnis-im-namen", "x");
    assertThat(desks.audited(before)).isEqualTo("@erika LOGIN_REFUSED  1; LOGIN_REFUSED  1");
  }

  @ParameterizedTest
  @CsvSource({"59, false", "60, true"})
  void theLockEndsInTime(int seconds, boolean open) {
    for (int i = 0; i < Lockout.TRIES; i++) {
      refused("erika", WRONG);
    }
    desks.clock.pass(Duration.ofSeconds(seconds));
    if (open) {
      assertThat(isLive(login())).isTrue();
      assertThat(refused("erika", WRONG).slug()).as("counts from one again").endsWith("refused");
    } else {
      assertThat(refused("erika", Desks.PASSWORD).slug()).isEqualTo("login-locked");
    }
  }

  @Test
  void theNextLockIsTwiceAsLongAndTriesMeanwhileAreTold() {
    for (int i = 0; i < Lockout.TRIES + 3; i++) {
      refused("erika", WRONG);
    }
    desks.clock.pass(Duration.ofMinutes(1));
    before = desks.newest();
    assertThat(refused("erika", WRONG).detail()).contains("Ab 09:03 Uhr");
    assertThat(desks.audited(before))
        .isEqualTo("@erika LOGIN_REFUSED_WHILE_LOCKED  3;@erika LOGIN_REFUSED  6");
  }

  @Test
  void manyAtTheSameTimeHaveNoMoreTries() {
    AtomicInteger looked = new AtomicInteger();
    long hashes = desks.hashing.done();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 30; i++) {
        crowd.execute(() -> {
          if (refused("erika", WRONG).status() == 401) {
            looked.incrementAndGet();
          }
        });
      }
    }
    assertThat(looked).hasValue(Lockout.TRIES - 1);
    assertThat(desks.hashing.done() - hashes).isEqualTo(Lockout.TRIES);
  }

  @ParameterizedTest
  @CsvSource({"PT29M59S, true", "PT30M, false"})
  void aSessionEndsWithoutUse(Duration unused, boolean live) {
    Begun begun = login();
    desks.clock.pass(unused);
    assertThat(isLive(begun)).isEqualTo(live);
  }

  @Test
  void anEndedSessionAndOldTriesAreForgotten() {
    login();
    refused("nobody", WRONG);
    SessionCleaning cleaning =
        new SessionCleaning(
            desks.database.patient(),
            desks.settings,
            desks.clock,
            mock(ScheduledExecutorService.class));
    assertThat(cleaning.clean()).isZero();
    desks.clock.pass(Duration.ofMinutes(30));
    assertThat(cleaning.clean()).isEqualTo(1);
    desks.clock.pass(Duration.ofHours(24));
    assertThat(cleaning.clean()).isEqualTo(1);
  }

  @Test
  void oneSessionMoreThanThereCanBeEndsTheOldest() {
    List<Begun> sessions = new ArrayList<>();
    for (int i = 0; i <= AccountLimits.SESSIONS; i++) {
      sessions.add(login());
      desks.clock.pass(Duration.ofSeconds(1));
    }
    assertThat(sessions).filteredOn(session -> !isLive(session)).containsExactly(sessions.get(0));
  }

  @Test
  void aNewLoginEndsTheSessionOfThisBrowserOnly() {
    Begun first = login();
    Begun other = login();
    desks.login.login("erika", Desks.PASSWORD, Optional.of(first.token()), "r1");
    assertThat(isLive(first)).isFalse();
    assertThat(isLive(other)).isTrue();
  }

  @Test
  void logoutEndsItAtOnce() {
    Begun begun = login();
    before = desks.newest();
    desks.login.logout(begun.token(), begun.account().client(), "r1");
    desks.login.logout(begun.token(), begun.account().client(), "r1");
    assertThat(isLive(begun)).isFalse();
    assertThat(desks.audited(before)).isEqualTo("@erika LOGOUT  1");
  }

  @Test
  void anotherPasswordEndsAllSessionsAndBeginsOne() {
    Begun first = login();
    Begun other = login();
    before = desks.newest();
    Begun now =
        desks.login.change(
            desks.login.live(first.token()).orElseThrow(), Desks.PASSWORD, "Ein neuer Satz", "r1");
    assertThat(List.of(isLive(first), isLive(other), isLive(now)))
        .containsExactly(false, false, true);
    assertThat(desks.audited(before)).isEqualTo("@erika PASSWORD_CHANGED  1");
    assertThat(refused("erika", Desks.PASSWORD).status()).isEqualTo(401);
    desks.login.login("erika", "Ein neuer Satz", Optional.empty(), "r1");
  }

  @ParameterizedTest
  @CsvSource({
    "fünf alte Pferde, Ein neuer Satz, password-wrong",
    "vier alte Pferde, kurz, password-unfit",
    "vier alte Pferde, vier alte Pferde, password-unfit",
    "vier alte Pferde, Passwort2021, password-unfit"
  })
  void noOtherPasswordWithoutTheOldOneOrAGoodNewOne(String old, String chosen, String slug) {
    Begun begun = login();
    Problem problem =
        catchThrowableOfType(
            Problem.class,
            () ->
                desks.login.change(
                    desks.login.live(begun.token()).orElseThrow(), old, chosen, "r1"));
    assertThat(problem).extracting(Problem::slug).isEqualTo(slug);
    assertThat(isLive(begun)).isTrue();
    assertThat(isLive(login())).isTrue();
  }

  @Test
  void whoGuessesTheOldPasswordInAnOpenSessionIsLockedToo() {
    Begun begun = login();
    var live = desks.login.live(begun.token()).orElseThrow();
    Problem last = Problem.invalid("");
    for (int i = 0; i < Lockout.TRIES; i++) {
      last =
          Objects.requireNonNull(
              catchThrowableOfType(
                  Problem.class, () -> desks.login.change(live, WRONG, "Ein neuer Satz", "r1")));
    }
    assertThat(last.slug()).isEqualTo("login-locked");
  }

  @Test
  void aHashAtOldCostsIsMadeAnewAtTheNextLogin() {
    String old = PasswordHash.made(Desks.PASSWORD, new Cost(32, 2), desks.random);
    desks.database.execute("UPDATE account SET hash = '" + old + "'");
    login();
    assertThat(desks.database.rows("SELECT hash FROM account").getFirst())
        .startsWith("$argon2id$v=19$m=64,t=1,p=1$");
    assertThat(isLive(login())).isTrue();
  }

  @Test
  void nothingInTheDatabaseIsWhatACookieOrAPageHolds() {
    Begun begun = login();
    assertThat(desks.database.rows("SELECT * FROM account_session").toString())
        .doesNotContain(begun.token().text(), begun.token().csrf());
    assertThat(begun.token().csrf()).isNotEqualTo(begun.token().text());
    assertThat(List.of(begun.toString(), begun.token().toString()).toString())
        .doesNotContain(begun.token().text(), begun.account().hash());
  }
}
