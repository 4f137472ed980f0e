package de.durchkommen.node;

import de.durchkommen.database.Database;
import de.durchkommen.database.Migrated;
import de.durchkommen.database.Sql;
import de.durchkommen.settings.Rounds;
import de.durchkommen.settings.SteadyClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Tells this node's clock what time the database has, each second, so that a jump of one machine's
 * time of day ends nothing that is kept for somebody; and tells {@code clock_ahead_seconds}.
 */
@ApplicationScoped
class TimeCheck {
  static final Duration ROUND = Duration.ofSeconds(1);

  /** What took longer says too little. */
  static final Duration SLOW = Duration.ofSeconds(10);

  private static final String NOW = "SELECT UTC_TIMESTAMP(3)";
  private static final Logger LOG = System.getLogger(TimeCheck.class.getName());

  private final Database database;
  private final SteadyClock clock;
  private final Rounds rounds;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  TimeCheck() {
    database = null;
    clock = null;
    rounds = null;
  }

  @Inject
  TimeCheck(
      Database database,
      SteadyClock clock,
      ScheduledExecutorService schedule,
      MetricRegistry registry) {
    this.database = database;
    this.clock = clock;
    this.rounds = new Rounds(schedule, LOG, "The time cannot be compared");
    registry.gauge(
        Metadata.builder()
            .withName("clock_ahead_seconds")
            .withDescription("By how much this machine's time is ahead of the database's")
            .build(),
        () -> clock.ahead().toMillis() / 1000.0);
  }

  void begin(@Observes Migrated migrated) {
    if (rounds.begin()) {
      rounds.fromNowOn(ROUND, this::round);
    }
  }

  /** Asks once. Without an answer nothing is told. */
  void round() {
    long begun = System.nanoTime();
    Optional<Instant> time =
        database.answer(
            entities ->
                new Sql(entities)
                    .first(NOW, row -> Sql.local(row, 1).toInstant(ZoneOffset.UTC), List.of()),
            why -> Optional.empty());
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    if (took.compareTo(SLOW) < 0) {
      time.ifPresent(now -> clock.told(now, took));
    }
    // Somebody looks each second, also when nobody calls: a jump is noticed when it happens.
    clock.instant();
  }
}
