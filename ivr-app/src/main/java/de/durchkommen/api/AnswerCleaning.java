package de.durchkommen.api;

import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Forgets answers that were kept for {@link ApiLimits#ANSWER_KEPT}. */
@ApplicationScoped
class AnswerCleaning {
  private static final System.Logger LOG = System.getLogger(AnswerCleaning.class.getName());
  private static final String OLD = "DELETE FROM api_answer WHERE created_at <= ? LIMIT ?";

  private final Database database;
  private final Clock clock;
  private final ScheduledExecutorService schedule;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  AnswerCleaning() {
    this.database = null;
    this.clock = null;
    this.schedule = null;
  }

  @Inject
  AnswerCleaning(@ForWeb Database database, Clock clock, ScheduledExecutorService schedule) {
    this.database = database;
    this.clock = clock;
    this.schedule = schedule;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the application.
  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    long minutes = ApiLimits.CLEANING.toMinutes();
    schedule.scheduleWithFixedDelay(this::clean, minutes, minutes, TimeUnit.MINUTES);
  }

  /** Forgets old ones; returns how many, or -1 when the database did not answer. */
  int clean() {
    Instant until = ApiLimits.now(clock).minus(ApiLimits.ANSWER_KEPT);
    return database.answer(
        entities -> new Sql(entities).update(OLD, List.of(until, ApiLimits.CLEANED_AT_ONCE)),
        why -> {
          LOG.log(System.Logger.Level.WARNING, "Old answers stay for now: {0}", why);
          return -1;
        });
  }
}
