package de.durchkommen.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;

/** The web's pool of connections, beside the telephone's; for its settings see there. */
@ApplicationScoped
@DataSourceDefinition(
    name = "java:global/durchkommen-web",
    className = "de.durchkommen.database.HotlineDataSource",
    url = "${MPCONFIG=durchkommen.db.url}",
    user = "${MPCONFIG=durchkommen.db.user}",
    password = "${MPCONFIG=durchkommen.db.password}",
    isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
    initialPoolSize = 0,
    minPoolSize = 0,
    maxPoolSize = WebConnectionPool.CONNECTIONS,
    properties = {
      "fish.payara.max-wait-time-in-millis=3000",
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname="
          + "org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=1",
      "fish.payara.fail-all-connections=true"
    })
class WebConnectionPool {
  /** At most so many transactions of the web at once. */
  static final int CONNECTIONS = 16;
}
