package de.durchkommen.database;

import java.sql.SQLException;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * MariaDB with this hotline's limits, whatever address an operator gave.
 *
 * <p>A parameter in the operator's address wins over the one here. Public for the application
 * server, which makes it by its name.
 */
public class HotlineDataSource extends MariaDbDataSource {
  /**
   * How long to wait for a connection, for each answer of the server (both in milliseconds), for a
   * statement and for a row that another transaction has locked (both in seconds, kept by the
   * server). READ COMMITTED: a search locks what it takes and nothing beside it.
   */
  static final String LIMITS =
      "connectTimeout=1000&socketTimeout=2500&tcpKeepAlive=true"
          + "&transactionIsolation=READ-COMMITTED"
          + "&sessionVariables=max_statement_time=2,innodb_lock_wait_timeout=1";

  /** Made without an address; the server sets it. */
  public HotlineDataSource() {}

  @Override
  public void setUrl(String url) throws SQLException {
    super.setUrl(limited(url));
  }

  /** The address with the limits. */
  static String limited(String url) {
    int query = url.indexOf('?');
    return query < 0
        ? url + "?" + LIMITS
        : url.substring(0, query) + "?" + LIMITS + "&" + url.substring(query + 1);
  }
}
