package de.durchkommen.database;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A schema as the application has it, with the application's own persistence unit and limits, but
 * transactions of the provider instead of the server's.
 */
public final class TestDatabase implements AutoCloseable {
  private static final int CONNECTIONS = 64;

  /** A machine that is busy with many tests is slow, and that is no outage. */
  private static final Duration PATIENT = Duration.ofSeconds(60);

  private static final String PATIENCE = "?socketTimeout=60000&connectTimeout=60000";

  private final String address;
  private @Nullable LocalTransactions open;

  private TestDatabase(String address) throws SQLException {
    this.address = address;
    this.open = opened(address);
  }

  private static LocalTransactions opened(String address) throws SQLException {
    return new LocalTransactions(address, "root", "", CONNECTIONS);
  }

  /** A test that is tried once more has closed it the first time. */
  private synchronized LocalTransactions open() {
    LocalTransactions now = open;
    if (now == null) {
      try {
        now = opened(address);
      } catch (SQLException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
      open = now;
    }
    return now;
  }

  /** A new schema of the shared server, migrated. */
  public static TestDatabase fresh() {
    try {
      return migrated(MariaDb.freshSchema() + PATIENCE);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The schema at this address, migrated. */
  public static TestDatabase migrated(String address) throws SQLException {
    Migrations.migrate(new MariaDbDataSource(withRoot(address)));
    return new TestDatabase(address);
  }

  /** The schema at this address as it is; nothing is asked of it. */
  public static TestDatabase at(String address) throws SQLException {
    return new TestDatabase(address);
  }

  private static String withRoot(String address) {
    return address + (address.contains("?") ? "&" : "?") + "user=root";
  }

  /** Where it is. */
  public String address() {
    return address;
  }

  /** What desks are given in the application. */
  public Database database() {
    return new Database(transactions());
  }

  /** The same with more patience. */
  public Database patient() {
    return new Database(transactions(), PATIENT);
  }

  /** The same with these transactions. */
  public static Database patient(Transactions transactions) {
    return new Database(transactions, PATIENT);
  }

  /** Transactions of the provider. */
  public Transactions transactions() {
    return new Transactions() {
      @Override
      public <T> T run(Function<EntityManager, T> work) {
        return open().run(work);
      }
    };
  }

  /** Runs one statement that the test wrote. */
  public int execute(String sql) {
    try {
      return MariaDb.execute(address, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** The rows of a query, each with its values as text, separated by a space. */
  public List<String> rows(String sql) {
    try (var connection = new MariaDbDataSource(withRoot(address)).getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.append(i == 1 ? "" : " ").append(rows.getString(i));
        }
        found.add(row.toString());
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
