package de.durchkommen.language;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.database.Transactions;
import de.durchkommen.phone.PhoneNumber;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredLanguagesTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Locale TURKISH = Locale.forLanguageTag("tr");
  private static final Locale POLISH = Locale.forLanguageTag("pl");
  private static final PhoneNumber HOME = new PhoneNumber("+495611234567");
  private static final long PATIENCE_MILLIS = 10_000;

  private final TestClock clock = new TestClock(Instant.parse("2026-12-01T12:00:00Z"));
  private final StoredLanguages languages =
      new StoredLanguages(DATABASE.patient(), new Languages(Languages.USUAL), clock);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void clear() {
    DATABASE.execute("DELETE FROM caller_language");
    DATABASE.execute("DELETE FROM person");
  }

  private static void invited(int id, String language) {
    DATABASE.execute(
        ("INSERT INTO person (id, code, birth_date, name, postcode, language, phone)"
                + " VALUES (%d, '57240000%02d', '1938-05-03', 'x', '34117', '%s', '%s')")
            .formatted(id, id, language, HOME.e164()));
  }

  /** What is written beside the call is there a moment later. */
  private Optional<Locale> soon(Locale expected) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
    Optional<Locale> found = languages.ofNumber(HOME);
    while (!found.equals(Optional.of(expected)) && System.nanoTime() < end) {
      Thread.sleep(10);
      found = languages.ofNumber(HOME);
    }
    return found;
  }

  @Test
  void theLastChoiceAtANumberCounts() throws InterruptedException {
    assertThat(languages.ofNumber(HOME)).isEmpty();
    languages.chosen(HOME, TURKISH);
    assertThat(soon(TURKISH)).contains(TURKISH);
    languages.chosen(HOME, Languages.GERMAN);
    assertThat(soon(Languages.GERMAN)).contains(Languages.GERMAN);
  }

  @Test
  void aNewNumberSpeaksTheLanguageOfTheInvitation() {
    invited(1, "pl");
    assertThat(languages.ofNumber(HOME)).contains(POLISH);
  }

  @Test
  void aFamilyWithSeveralLanguagesIsAsked() {
    invited(1, "pl");
    invited(2, "de");
    assertThat(languages.ofNumber(HOME)).isEmpty();
  }

  @Test
  void germanOfTheInvitationIsNoChoice() {
    invited(1, "de");
    assertThat(languages.ofNumber(HOME)).isEmpty();
    assertThat(languages.ofPerson(1)).isEmpty();
  }

  @Test
  void aPersonsChoiceIsKept() throws InterruptedException {
    invited(7, "de");
    languages.chosen(7, TURKISH);
    long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
    while (languages.ofPerson(7).isEmpty() && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertThat(languages.ofPerson(7)).contains(TURKISH);
  }

  @Test
  void whatIsNotOfferedAnyMoreIsNotSpoken() throws InterruptedException {
    languages.chosen(HOME, POLISH);
    assertThat(soon(POLISH)).contains(POLISH);
    var fewer = new StoredLanguages(DATABASE.patient(), new Languages("de,tr"), clock);
    assertThat(fewer.ofNumber(HOME)).isEmpty();
  }

  @Test
  void whatWasChosenLatelyIsKnown() throws InterruptedException {
    assertThat(languages.lately()).isEmpty();
    languages.chosen(HOME, TURKISH);
    assertThat(soon(TURKISH)).contains(TURKISH);
    clock.pass(StoredLanguages.LATELY.minusMinutes(1));
    assertThat(languages.lately()).containsExactly(TURKISH);
    clock.pass(Duration.ofMinutes(2));
    assertThat(languages.lately()).isEmpty();
  }

  @Test
  void numbersThatNobodyCallsFromAreForgotten() throws InterruptedException {
    languages.chosen(HOME, TURKISH);
    assertThat(soon(TURKISH)).contains(TURKISH);
    clock.pass(StoredLanguages.KEPT.minusMinutes(1));
    languages.forget();
    assertThat(languages.ofNumber(HOME)).contains(TURKISH);
    clock.pass(Duration.ofMinutes(2));
    languages.forget();
    assertThat(languages.ofNumber(HOME)).isEmpty();
  }

  @Test
  void nobodyWaitsForADatabaseThatIsGone() {
    var gone =
        new StoredLanguages(
            TestDatabase.patient(new Gone()), new Languages(Languages.USUAL), clock);
    long start = System.nanoTime();
    assertThat(gone.ofNumber(HOME)).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  /** Answers long after everybody has given up. */
  private static final class Gone implements Transactions {
    @Override
    public <T> T run(Function<EntityManager, T> work) {
      try {
        Thread.sleep(Duration.ofSeconds(4));
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
      }
      throw new PersistenceException("away");
    }
  }
}
