package de.durchkommen.database;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Long work of the application, on the same database as its questions. */
@Dependent
class LongWorkSource {
  @Produces
  @Dependent
  static LongWork work(
      @ConfigProperty(name = "durchkommen.db.url") String url,
      @ConfigProperty(name = "durchkommen.db.user") String user,
      @ConfigProperty(name = "durchkommen.db.password") String password) {
    return new LongWork(url, user, password);
  }
}
