package de.durchkommen.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The server that is measured on, without the limits that the application sets.
 *
 * @param url without a schema, as {@code jdbc:mariadb://127.0.0.1:3399/}
 */
record Server(String url, String user, String password) {
  Connection connected(String schema) throws SQLException {
    return DriverManager.getConnection(
        url + schema + "?transactionIsolation=READ-COMMITTED", user, password);
  }

  /** Runs statements one after the other. */
  void run(String schema, String... statements) throws SQLException {
    try (Connection connection = connected(schema);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The number that a query gives. */
  long number(String schema, String sql) throws SQLException {
    try (Connection connection = connected(schema);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Deadlocks since the server started. */
  long deadlocks() throws SQLException {
    return number(
        "",
        "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS"
            + " WHERE VARIABLE_NAME = 'INNODB_DEADLOCKS'");
  }

  /** Whether each commit is flushed to the disk before it counts. */
  boolean flushesEachCommit() throws SQLException {
    return number("", "SELECT @@innodb_flush_log_at_trx_commit") == 1;
  }
}
