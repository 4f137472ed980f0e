package de.durchkommen.demo;

import de.durchkommen.database.Migrated;
import de.durchkommen.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Fills an empty database with the demo when the profile is {@value #PROFILE}, and gives one that
 * it has filled before the seats of the days that have come since.
 */
@ApplicationScoped
class DemoLoader {
  /** What {@code durchkommen.profile} has to be. */
  static final String PROFILE = "demo";

  private static final System.Logger LOG = System.getLogger(DemoLoader.class.getName());
  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");

  private final String profile;
  private final Transactions transactions;
  private final Clock clock;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  DemoLoader() {
    this.profile = null;
    this.transactions = null;
    this.clock = null;
  }

  @Inject
  DemoLoader(
      @ConfigProperty(name = "durchkommen.profile", defaultValue = PROFILE) String profile,
      Transactions transactions,
      Clock clock) {
    this.profile = profile;
    this.transactions = transactions;
    this.clock = clock;
  }

  void load(@Observes Migrated database) {
    if (profile.equals(PROFILE)) {
      LOG.log(System.Logger.Level.INFO, "Demo: {0}", load());
    }
  }

  /** What was done, in words for the log. */
  String load() {
    return transactions.run(entities -> {
      DemoTables tables = new DemoTables(entities);
      LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), HESSEN).plusDays(1);
      if (tables.loaded()) {
        return "%d seats added".formatted(tables.addSeats(tomorrow));
      }
      if (!tables.empty()) {
        return "not loaded, this database holds something else";
      }
      tables.mark(
          LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS));
      tables.addCentres();
      tables.addPeople(DemoPeople.all());
      return "%d people, %d seats".formatted(DemoPeople.COUNT, tables.addSeats(tomorrow));
    });
  }
}
