package de.durchkommen.account;

import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Forgets sessions that have ended, and wrong tries of long ago. */
@ApplicationScoped
class SessionCleaning {
  private static final System.Logger LOG = System.getLogger(SessionCleaning.class.getName());

  private final Database database;
  private final SessionSettings settings;
  private final Clock clock;
  private final ScheduledExecutorService schedule;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  SessionCleaning() {
    this.database = null;
    this.settings = null;
    this.clock = null;
    this.schedule = null;
  }

  @Inject
  SessionCleaning(
      @ForWeb Database database,
      SessionSettings settings,
      Clock clock,
      ScheduledExecutorService schedule) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
    this.schedule = schedule;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the application.
  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    long minutes = AccountLimits.CLEANING.toMinutes();
    schedule.scheduleWithFixedDelay(this::clean, minutes, minutes, TimeUnit.MINUTES);
  }

  /** Forgets old ones; returns how many, or -1 when the database did not answer. */
  int clean() {
    Instant now = AccountLimits.now(clock);
    int most = AccountLimits.CLEANED_AT_ONCE;
    return database.answer(
        entities -> {
          Sql sql = new Sql(entities);
          return new Sessions(sql, settings.idle()).forgetOld(now, most)
              + new Attempts(sql).forgetOld(now.minus(AccountLimits.TRIES_KEPT), most);
        },
        why -> {
          LOG.log(System.Logger.Level.WARNING, "Ended sessions stay for now: {0}", why);
          return -1;
        });
  }
}
