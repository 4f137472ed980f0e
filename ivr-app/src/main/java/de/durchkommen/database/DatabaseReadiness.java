package de.durchkommen.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** UP when the schema is up to date and the database answers. */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements HealthCheck {
  private final Migrations migrations;
  private final Database database;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  DatabaseReadiness() {
    this.migrations = null;
    this.database = null;
  }

  @Inject
  DatabaseReadiness(Migrations migrations, Database database) {
    this.migrations = migrations;
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("database");
    String wrong = wrong();
    return wrong.isEmpty()
        ? response.up().build()
        : response.down().withData("wrong", wrong).build();
  }

  /** What is wrong; empty when nothing is. */
  private String wrong() {
    if (!migrations.done()) {
      return "the schema is not up to date yet; the log says why";
    }
    return database.answer(
        entities -> {
          entities.createNativeQuery("SELECT 1").getSingleResult();
          return "";
        },
        why -> "no answer: " + why);
  }
}
