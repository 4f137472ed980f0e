package de.durchkommen.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * MariaDB with this hotline's limits, whatever address an operator gave.
 *
 * <p>A parameter in the operator's address wins over the one here. Public for the application
 * server, which makes it by its name. No XA data source, unlike the driver's own: there is one
 * database only, and the server would take the longer way of a distributed transaction.
 */
public class HotlineDataSource implements DataSource {
  /**
   * How long to wait for a connection, for each answer of the server (both in milliseconds), for a
   * statement and for a row that another transaction has locked (both in seconds, kept by the
   * server). READ COMMITTED: a search locks what it takes and nothing beside it.
   */
  static final String LIMITS =
      "connectTimeout=1000&socketTimeout=2500&tcpKeepAlive=true"
          + "&transactionIsolation=READ-COMMITTED"
          + "&sessionVariables=max_statement_time=2,innodb_lock_wait_timeout=1";

  private final MariaDbDataSource driver = new MariaDbDataSource();

  /** Made without an address; the server sets it. */
  public HotlineDataSource() {}

  /** The address with the limits. */
  static String limited(String url) {
    return limited(url, LIMITS);
  }

  /** The address with these limits. */
  static String limited(String url, String limits) {
    int query = url.indexOf('?');
    return query < 0
        ? url + "?" + limits
        : url.substring(0, query) + "?" + limits + "&" + url.substring(query + 1);
  }

  /** Where the database is, as {@code jdbc:mariadb://host:port/schema}. */
  public void setUrl(String url) throws SQLException {
    driver.setUrl(limited(url));
  }

  /** As whom to connect. */
  public void setUser(String user) throws SQLException {
    driver.setUser(user);
  }

  /** With which password. */
  public void setPassword(String password) throws SQLException {
    driver.setPassword(password);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return driver.getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return driver.getConnection(user, password);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return driver.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return driver.isWrapperFor(type);
  }

  @Override
  public PrintWriter getLogWriter() {
    return driver.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    driver.setLogWriter(out);
  }

  @Override
  public int getLoginTimeout() {
    return driver.getLoginTimeout();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    driver.setLoginTimeout(seconds);
  }

  @Override
  public Logger getParentLogger() {
    return driver.getParentLogger();
  }
}
