package de.durchkommen.language;

import de.durchkommen.database.Database;
import de.durchkommen.database.Migrated;
import de.durchkommen.database.Sql;
import de.durchkommen.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Choices in the database. Whoever reads waits {@link #MOMENT} at most; what is to be written is
 * written beside the call, and dropped when more than {@link #WRITING} wait for that: a choice that
 * is not kept costs a key the next time.
 */
@ApplicationScoped
class StoredLanguages implements LanguageMemory {
  /** How long a caller may wait for the greeting because of this. */
  static final Duration MOMENT = Duration.ofMillis(300);

  /** How many choices are written at once, at most. */
  static final int WRITING = 200;

  /** A number that nobody has called from for so long is forgotten. */
  static final Duration KEPT = Duration.ofDays(90);

  /** What was chosen within this time is chosen lately. */
  static final Duration LATELY = Duration.ofDays(7);

  /** So many numbers are forgotten in one transaction. */
  static final int FORGOTTEN_AT_ONCE = 1_000;

  private static final Logger LOG = System.getLogger(StoredLanguages.class.getName());
  private static final Duration EVERY = Duration.ofDays(1);

  /** A family may have one number and several invitations: then nobody's counts. */
  private static final String OF_NUMBER =
      "SELECT language FROM caller_language WHERE phone = ? UNION ALL"
          + " (SELECT MIN(language) FROM person WHERE phone = ?"
          + " HAVING COUNT(DISTINCT language) = 1 AND MIN(language) <> 'de')";

  private static final String OF_PERSON = "SELECT language FROM person WHERE id = ?";

  private static final String CHOSEN_LATELY =
      "SELECT DISTINCT language FROM caller_language WHERE used_at >= ?";

  private static final String CHOSEN_AT_NUMBER =
      "INSERT INTO caller_language (phone, language, used_at) VALUES (?, ?, ?)"
          + " ON DUPLICATE KEY UPDATE language = VALUES(language), used_at = VALUES(used_at)";

  private static final String CHOSEN_BY_PERSON = "UPDATE person SET language = ? WHERE id = ?";

  private static final String FORGOTTEN = "DELETE FROM caller_language WHERE used_at < ? LIMIT ?";

  private final Database database;
  private final Languages languages;
  private final Clock clock;
  private final Semaphore writing = new Semaphore(WRITING);

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  StoredLanguages() {
    database = null;
    languages = null;
    clock = null;
  }

  @Inject
  StoredLanguages(Database database, Languages languages, Clock clock) {
    this.database = database;
    this.languages = languages;
    this.clock = clock;
  }

  /** Forgets old numbers from now on, once a day. */
  @SuppressWarnings("FutureReturnValueIgnored") // It tells of itself, and is tried again.
  void begun(@Observes Migrated migrated, ScheduledExecutorService schedule) {
    schedule.scheduleWithFixedDelay(this::forget, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public Optional<Locale> ofNumber(PhoneNumber number) {
    return soon(sql ->
        sql.first(OF_NUMBER, row -> row.getString(1), List.of(number.e164(), number.e164())));
  }

  @Override
  public Optional<Locale> ofPerson(long person) {
    return soon(sql -> sql.first(OF_PERSON, row -> row.getString(1), List.of(person)))
        .filter(language -> !language.equals(Languages.GERMAN));
  }

  @Override
  public Set<Locale> lately() {
    List<Object> since = List.of(clock.instant().minus(LATELY));
    List<String> chosen =
        database.answer(
            entities -> new Sql(entities).rows(CHOSEN_LATELY, row -> row.getString(1), since),
            why -> List.of());
    return chosen.stream()
        .flatMap(tag -> languages.of(tag).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void chosen(PhoneNumber number, Locale language) {
    List<Object> values = List.of(number.e164(), language.getLanguage(), clock.instant());
    beside(() -> write(CHOSEN_AT_NUMBER, values));
  }

  @Override
  public void chosen(long person, Locale language) {
    beside(() -> write(CHOSEN_BY_PERSON, List.of(language.getLanguage(), person)));
  }

  private Optional<Locale> soon(Function<Sql, Optional<String>> question) {
    var answer = new CompletableFuture<Optional<String>>();
    started(() ->
        answer.complete(
            database.answer(
                entities -> question.apply(new Sql(entities)), why -> Optional.empty())));
    try {
      return answer.get(MOMENT.toMillis(), TimeUnit.MILLISECONDS).flatMap(languages::of);
    } catch (TimeoutException | ExecutionException late) {
      return Optional.empty();
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void beside(Runnable work) {
    if (writing.tryAcquire()) {
      started(() -> {
        try {
          work.run();
        } finally {
          writing.release();
        }
      });
    }
  }

  private static void started(Runnable work) {
    Thread thread = Thread.ofVirtual().name("language").unstarted(work);
    // The database's threads are made by whoever asks first, and inherit it.
    thread.setContextClassLoader(StoredLanguages.class.getClassLoader());
    thread.start();
  }

  private int write(String statement, List<?> values) {
    return database.answer(
        entities -> new Sql(entities).update(statement, values),
        why -> {
          LOG.log(Level.WARNING, "A language was not kept: {0}", why);
          return 0;
        });
  }

  /** Forgets numbers that nobody has called from for long. */
  void forget() {
    List<Object> old = List.of(clock.instant().minus(KEPT), FORGOTTEN_AT_ONCE);
    int gone = write(FORGOTTEN, old);
    while (gone == FORGOTTEN_AT_ONCE) {
      gone = write(FORGOTTEN, old);
    }
  }
}
