package de.durchkommen.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;

/**
 * The pool of connections that transactions use.
 *
 * <p>It opens none before it is asked, so that the application starts while the database is away. A
 * connection is tried before it is used when that was not done in the last second, and when one is
 * dead all are: so a restart of the server fails no call that comes after it.
 */
@ApplicationScoped
@DataSourceDefinition(
    name = "java:global/durchkommen",
    className = "de.durchkommen.database.HotlineDataSource",
    url = "${MPCONFIG=durchkommen.db.url}",
    user = "${MPCONFIG=durchkommen.db.user}",
    password = "${MPCONFIG=durchkommen.db.password}",
    isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
    initialPoolSize = 0,
    minPoolSize = 0,
    maxPoolSize = ConnectionPool.CONNECTIONS,
    properties = {
      "fish.payara.max-wait-time-in-millis=2000",
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname="
          + "org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=1",
      "fish.payara.fail-all-connections=true"
    })
class ConnectionPool {
  /** At most so many transactions at once; the next ones wait for 2 s. */
  static final int CONNECTIONS = 32;
}
