package de.durchkommen.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Work that takes longer than a question, as the import of a file: on a connection of its own,
 * which is in no pool, with limits of its own.
 *
 * <p>Plain JDBC, so that the launcher can use it too, which has no persistence provider.
 */
public final class LongWork {
  /**
   * How long to wait for a connection and for each answer of the server (both in milliseconds), for
   * a statement and for a row that another transaction has locked (both in seconds). The server
   * gives up a client that it has not heard of for two minutes: what that one had locked is free.
   */
  static final String LIMITS =
      "connectTimeout=3000&socketTimeout=310000&tcpKeepAlive=true"
          + "&transactionIsolation=READ-COMMITTED"
          + "&sessionVariables=max_statement_time=300,innodb_lock_wait_timeout=20,wait_timeout=120";

  private final String url;
  private final String user;
  private final String password;

  /** Something done with a connection that commits when it is told to. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it; may commit in between. */
    T done(Connection connection) throws SQLException, IOException;
  }

  /**
   * Work on this database; nothing is asked of it yet.
   *
   * @param url as {@code jdbc:mariadb://host:port/schema}; its parameters win over the limits
   */
  public LongWork(String url, String user, String password) {
    this.url = HotlineDataSource.limited(url, LIMITS);
    this.user = user;
    this.password = password;
  }

  /**
   * Does the work, once: committed when it returns, undone when it throws.
   *
   * @throws SQLException when the database is away, or takes longer than its limits; see {@link
   *     #word}
   */
  public <T> T run(Work<T> work) throws SQLException, IOException {
    MariaDbDataSource source = new MariaDbDataSource(url);
    source.setUser(user);
    source.setPassword(password);
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      T result = work.done(connection);
      connection.commit();
      return result;
    }
  }

  /** What may be told of a failure: codes, never the message, in which the server quotes values. */
  public static String word(SQLException failure) {
    return Fault.in(failure).map(Fault::word).orElse("SQLException");
  }
}
