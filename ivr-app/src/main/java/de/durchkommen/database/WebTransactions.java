package de.durchkommen.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Function;

/** The web's way to the database, with connections of its own. */
@ApplicationScoped
@ForWeb
class WebTransactions implements Transactions {
  // Jakarta Persistence injects into fields and setters only.
  @PersistenceContext(unitName = "durchkommen-web")
  private EntityManager entities;

  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public <T> T run(Function<EntityManager, T> work) {
    return work.apply(entities);
  }

  /** What the web's features ask. */
  @ApplicationScoped
  static class Source {
    @Produces
    @ForWeb
    @ApplicationScoped
    Database database(@ForWeb Transactions transactions) {
      return new Database(transactions, Database.LIMIT, WebConnectionPool.CONNECTIONS);
    }

    void close(@Disposes @ForWeb Database database) {
      database.close();
    }
  }
}
