package de.durchkommen.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Transactions of the application server. */
@ApplicationScoped
class JtaTransactions implements Transactions {
  /**
   * Hibernate logs each message of the server, which quotes values of rows: codes, names. {@link
   * Fault} tells the codes of an error, and no more. Kept here, as loggers are collected otherwise.
   */
  private static final Logger MESSAGES =
      Logger.getLogger("org.hibernate.engine.jdbc.spi.SqlExceptionHelper");

  static {
    MESSAGES.setLevel(Level.OFF);
  }

  // Jakarta Persistence injects into fields and setters only.
  @PersistenceContext(unitName = "durchkommen")
  private EntityManager entities;

  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public <T> T run(Function<EntityManager, T> work) {
    return work.apply(entities);
  }
}
