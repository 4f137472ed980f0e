package de.durchkommen.queue;

import de.durchkommen.database.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.function.Function;

/** Transactions whose ends nobody learns of, while a test wants it: committed all the same. */
final class Failing implements Transactions {
  private final Transactions real;
  volatile boolean unheard;

  Failing(Transactions real) {
    this.real = real;
  }

  @Override
  public <T> T run(Function<EntityManager, T> work) {
    T result = real.run(work);
    if (unheard) {
      throw new PersistenceException("The connection was lost after the commit");
    }
    return result;
  }
}
