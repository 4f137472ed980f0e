package de.durchkommen.demo;

import de.durchkommen.audit.AuditEvent;
import de.durchkommen.database.Migrated;
import de.durchkommen.database.Transactions;
import de.durchkommen.inventory.GenerationReport;
import de.durchkommen.inventory.SeatGeneration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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
    LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), HESSEN).plusDays(1);
    Optional<String> people =
        transactions.run(entities -> prepared(new DemoTables(entities), tomorrow));
    if (people.isEmpty()) {
      return "not loaded, this database holds something else";
    }
    GenerationReport report =
        new SeatGeneration(transactions)
            .generate(tomorrow, clock.instant(), AuditEvent.Channel.SYSTEM, "demo");
    return "%s%d seats added".formatted(people.get(), report.seatsAdded());
  }

  /** Everything but the seats; the words for who was added, or nothing for a foreign database. */
  private Optional<String> prepared(DemoTables tables, LocalDate tomorrow) {
    boolean loaded = tables.loaded();
    if (!loaded && !tables.empty()) {
      return Optional.empty();
    }
    if (!loaded) {
      tables.mark(clock.instant().truncatedTo(ChronoUnit.MILLIS));
      tables.addPeople(DemoPeople.all());
    }
    if (tables.centresIncomplete()) {
      tables.addCentres();
    }
    tables.planSupply(tomorrow);
    return Optional.of(loaded ? "" : DemoPeople.COUNT + " people, ");
  }
}
