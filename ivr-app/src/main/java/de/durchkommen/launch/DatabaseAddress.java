package de.durchkommen.launch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/**
 * How to get to the database.
 *
 * @param url JDBC address of a MariaDB server and its database
 * @param user account
 * @param password of the account
 * @param embedded whether the launcher runs the server
 */
record DatabaseAddress(String url, String user, String password, boolean embedded) {
  static final String NAME = "durchkommen";
  private static final String CONNECT_LIMIT_MS = "3000";

  /** The operator's, when {@code durchkommen.db.url} is set; else the embedded one. */
  static DatabaseAddress of(Settings settings, Secret embedded) throws IOException {
    String user = settings.optional("durchkommen.db.user").orElse(NAME);
    if (settings.optional("durchkommen.db.url").isPresent()) {
      String url = settings.optional("durchkommen.db.url").orElseThrow();
      String password = settings.secret("durchkommen.db.password").orElse("");
      return new DatabaseAddress(url, user, password, false);
    }
    String password = embedded.kept().orElse("");
    String url = "jdbc:mariadb://127.0.0.1:" + settings.port("durchkommen.db.port") + "/" + NAME;
    return new DatabaseAddress(url, NAME, password, true);
  }

  /** As the application reads them. */
  Map<String, String> environment() {
    return Map.of(
        "DURCHKOMMEN_DB_URL",
        url,
        "DURCHKOMMEN_DB_USER",
        user,
        "DURCHKOMMEN_DB_PASSWORD",
        password);
  }

  /** Connects; several statements in one text are allowed, it comes from the operator. */
  Connection connected() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", CONNECT_LIMIT_MS);
    properties.setProperty("allowMultiQueries", "true");
    return DriverManager.getConnection(url, properties);
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return url + " (" + user + ")";
  }
}
