package de.durchkommen.database;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Brings the schema up to date when the application starts, in the background: as long as the
 * database is away it is tried again, and desks say that they do not know.
 */
@ApplicationScoped
class Migrations {
  private static final System.Logger LOG = System.getLogger(Migrations.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** A migration may take longer than a question; its connections are its own. */
  private static final String PATIENCE = "connectTimeout=2000&socketTimeout=600000";

  private final String url;
  private final String user;
  private final String password;
  private final Event<Migrated> migrated;
  private final ScheduledExecutorService schedule;
  private volatile boolean done;
  private volatile boolean stopped;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  Migrations() {
    this.url = null;
    this.user = null;
    this.password = null;
    this.migrated = null;
    this.schedule = null;
  }

  @Inject
  Migrations(
      @ConfigProperty(name = "durchkommen.db.url") String url,
      @ConfigProperty(name = "durchkommen.db.user") String user,
      @ConfigProperty(name = "durchkommen.db.password") String password,
      Event<Migrated> migrated,
      ScheduledExecutorService schedule) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.migrated = migrated;
    this.schedule = schedule;
  }

  /** Whether the schema is up to date and all who wait for that are through. */
  boolean done() {
    return done;
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    schedule.execute(() -> attempt(FIRST_PAUSE));
  }

  @PreDestroy
  void stop() {
    stopped = true;
  }

  /** Brings the schema of this database up to date; does nothing when it is. */
  static void migrate(DataSource database) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It tells of itself, and plans its next round.
  private void attempt(Duration pause) {
    if (stopped) {
      return;
    }
    try {
      migrate(patient());
      migrated.fire(new Migrated());
      done = true;
      LOG.log(System.Logger.Level.INFO, "Database is ready");
    } catch (SQLException | RuntimeException | Error e) {
      // An error, too: nobody sees what a schedule throws, and this node would serve without its
      // upkeep for ever.
      String why = Fault.in(e).map(Fault::word).orElse(e.toString());
      LOG.log(System.Logger.Level.WARNING, "Database is not ready, again in {0}: {1}", pause, why);
      if (e instanceof Error) {
        LOG.log(System.Logger.Level.ERROR, "A bug, or a class that is missing", e);
      }
      Duration next = pause.multipliedBy(2);
      Duration limited = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
      schedule.schedule(() -> attempt(limited), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private DataSource patient() throws SQLException {
    MariaDbDataSource source = new MariaDbDataSource();
    source.setUrl(url + (url.contains("?") ? "&" : "?") + PATIENCE);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }
}
