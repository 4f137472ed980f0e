package de.durchkommen.identity;

import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Forgets tries on codes, and wrong answers to questions, after {@link Lock#MEMORY}, so that
 * guesses do not pile up.
 */
@ApplicationScoped
class AttemptCleaning {
  private static final System.Logger LOG = System.getLogger(AttemptCleaning.class.getName());

  private static final List<String> TABLES = List.of("code_attempt", "question_attempt");

  private final Database database;
  private final Clock clock;
  private final ScheduledExecutorService schedule;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  AttemptCleaning() {
    this.database = null;
    this.clock = null;
    this.schedule = null;
  }

  @Inject
  AttemptCleaning(Database database, Clock clock, ScheduledExecutorService schedule) {
    this.database = database;
    this.clock = clock;
    this.schedule = schedule;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the application.
  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    long minutes = Lock.CLEANING.toMinutes();
    schedule.scheduleWithFixedDelay(this::clean, minutes, minutes, TimeUnit.MINUTES);
  }

  /** Forgets old tries; returns how many, or -1 when the database did not answer. */
  int clean() {
    Instant before = Lock.now(clock).minus(Lock.MEMORY);
    return database.answer(
        entities -> TABLES.stream().mapToInt(table -> cleaned(entities, table, before)).sum(),
        why -> {
          LOG.log(System.Logger.Level.WARNING, "Old tries stay for now: {0}", why);
          return -1;
        });
  }

  private static int cleaned(EntityManager entities, String table, Instant before) {
    return new Sql(entities)
        .update(
            "DELETE FROM " + table + " WHERE last_try < ? LIMIT ?",
            List.of(before, Lock.CLEANED_AT_ONCE));
  }
}
