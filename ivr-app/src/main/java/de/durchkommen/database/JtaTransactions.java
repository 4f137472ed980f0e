package de.durchkommen.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Function;

/** Transactions of the application server. */
@ApplicationScoped
class JtaTransactions implements Transactions {
  // Jakarta Persistence injects into fields and setters only.
  @PersistenceContext(unitName = "durchkommen")
  private EntityManager entities;

  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public <T> T run(Function<EntityManager, T> work) {
    return work.apply(entities);
  }
}
