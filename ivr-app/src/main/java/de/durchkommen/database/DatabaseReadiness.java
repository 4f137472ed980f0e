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
    return HealthCheckResponse.named("database").status(migrations.done() && answers()).build();
  }

  private boolean answers() {
    return database.answer(
        entities -> entities.createNativeQuery("SELECT 1").getSingleResult() != null, why -> false);
  }
}
