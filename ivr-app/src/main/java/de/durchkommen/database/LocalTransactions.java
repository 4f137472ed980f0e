package de.durchkommen.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import org.mariadb.jdbc.MariaDbDataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/**
 * Transactions of the persistence provider, for programs without an application server: tests and
 * measurements. The same persistence unit and the same limits, but the driver's own pool.
 */
public final class LocalTransactions implements Transactions, AutoCloseable {
  private final MariaDbPoolDataSource pool;
  private final EntityManagerFactory factory;

  /**
   * Opens a pool; nothing is asked of the database yet.
   *
   * @param url as {@code jdbc:mariadb://host:port/schema}; its parameters win over the limits
   * @param connections so many transactions at once, 1 or more
   */
  public LocalTransactions(String url, String user, String password, int connections)
      throws SQLException {
    this.pool =
        new MariaDbPoolDataSource(
            HotlineDataSource.limited(url) + "&maxPoolSize=" + connections + "&minPoolSize=0");
    pool.setUser(user);
    pool.setPassword(password);
    this.factory =
        Persistence.createEntityManagerFactory(
            "durchkommen",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource", pool,
                "hibernate.connection.datasource", pool));
  }

  /** Brings the schema of a database up to date; does nothing when it is. */
  public static void migrate(String url, String user, String password) throws SQLException {
    MariaDbDataSource database = new MariaDbDataSource(url);
    database.setUser(user);
    database.setPassword(password);
    Migrations.migrate(database);
  }

  @Override
  public <T> T run(Function<EntityManager, T> work) {
    try (EntityManager entities = factory.createEntityManager()) {
      EntityTransaction transaction = entities.getTransaction();
      transaction.begin();
      try {
        T result = work.apply(entities);
        transaction.commit();
        return result;
      } catch (RuntimeException | Error failed) {
        undo(transaction, failed);
        throw failed;
      }
    }
  }

  /** A rollback that fails too, on a dead connection, must not hide why it was needed. */
  private static void undo(EntityTransaction transaction, Throwable why) {
    try {
      if (transaction.isActive()) {
        transaction.rollback();
      }
    } catch (RuntimeException failed) {
      why.addSuppressed(failed);
    }
  }

  @Override
  public void close() {
    factory.close();
    pool.close();
  }
}
