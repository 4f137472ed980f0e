package de.durchkommen.people;

import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Migrated;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes people when their last appointment was {@code durchkommen.people.keep-days} days ago, by
 * the calendar in Hessen: at the start of the application, and once a day.
 *
 * <p>What an appointment was for is done then, and data of patients may not be kept longer than it
 * is needed (GDPR, article 5 (1) e; the German data protection authorities on online appointments
 * for medical practices, DSK, 16 June 2025). Reports of imports go after the same time.
 */
@ApplicationScoped
class PeopleDeletion {
  private static final System.Logger LOG = System.getLogger(PeopleDeletion.class.getName());

  /** The days that an operator may set: from the day after the appointment to ten years. */
  static final int FEWEST_DAYS = 1;

  static final int MOST_DAYS = 3_650;

  /** So many people go in one transaction, which stays far below the limits of a question. */
  static final int PEOPLE_AT_ONCE = 500;

  private static final Duration PAUSE = Duration.ofDays(1);
  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");

  private final Database database;
  private final Clock clock;
  private final ScheduledExecutorService schedule;
  private final int keepDays;
  private final AtomicBoolean begun = new AtomicBoolean();

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  PeopleDeletion() {
    this.database = null;
    this.clock = null;
    this.schedule = null;
    this.keepDays = 0;
  }

  @Inject
  PeopleDeletion(
      @ForWeb Database database,
      Clock clock,
      ScheduledExecutorService schedule,
      @ConfigProperty(name = "durchkommen.people.keep-days", defaultValue = "30") int keepDays) {
    if (keepDays < FEWEST_DAYS || keepDays > MOST_DAYS) {
      throw new IllegalArgumentException(
          "durchkommen.people.keep-days has to be from " + FEWEST_DAYS + " to " + MOST_DAYS);
    }
    this.database = database;
    this.clock = clock;
    this.schedule = schedule;
    this.keepDays = keepDays;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the application.
  void begin(@Observes Migrated migrated) {
    if (begun.compareAndSet(false, true)) {
      schedule.scheduleWithFixedDelay(this::delete, 0, PAUSE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** Deletes all whose time has come; returns how many people, as far as the database answered. */
  long delete() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    LocalDate last = LocalDate.ofInstant(now, HESSEN).minusDays(keepDays);
    LocalDateTime before = last.plusDays(1).atStartOfDay();
    long deleted = 0;
    int some;
    do {
      some = deletedAtOnce(before, now);
      deleted += Math.max(some, 0);
    } while (some == PEOPLE_AT_ONCE);
    deleteReports(last.atStartOfDay(HESSEN).toInstant());
    if (deleted > 0) {
      LOG.log(System.Logger.Level.INFO, "Deleted {0} people", deleted);
    }
    return deleted;
  }

  private int deletedAtOnce(LocalDateTime before, Instant now) {
    return database.answer(
        entities -> {
          Sql sql = new Sql(entities);
          int deleted = new PastPeople(sql).delete(before, PEOPLE_AT_ONCE);
          if (deleted > 0) {
            AuditLog.add(sql, event(before, deleted, now));
          }
          return deleted;
        },
        why -> {
          LOG.log(System.Logger.Level.WARNING, "Past people stay for now: {0}", why);
          return -1;
        });
  }

  private AuditEvent event(LocalDateTime before, int deleted, Instant now) {
    return new AuditEvent(
        now,
        AuditEvent.Channel.SYSTEM,
        "",
        "PEOPLE_DELETED",
        "before " + before.toLocalDate(),
        deleted,
        "keep-days " + keepDays);
  }

  private void deleteReports(Instant before) {
    String failure =
        database.answer(
            entities -> {
              new PastPeople(new Sql(entities)).deleteReports(before);
              return "";
            },
            why -> why);
    if (!failure.isEmpty()) {
      LOG.log(System.Logger.Level.WARNING, "Old reports of imports stay for now: {0}", failure);
    }
  }
}
