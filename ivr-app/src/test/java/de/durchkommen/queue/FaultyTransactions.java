package de.durchkommen.queue;

import de.durchkommen.database.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.function.Function;

/** Transactions that fail when a test says so: before anything was done, or after the commit. */
final class FaultyTransactions implements Transactions {
  private final Transactions sound;
  volatile Fault fault = Fault.NONE;

  /** What is wrong. */
  enum Fault {
    NONE,
    /** Nothing is done. */
    AWAY,
    /** It is committed, and nobody hears of it. */
    UNHEARD
  }

  FaultyTransactions(Transactions sound) {
    this.sound = sound;
  }

  @Override
  public <T> T run(Function<EntityManager, T> work) {
    Fault now = fault;
    if (now == Fault.AWAY) {
      throw new PersistenceException("away");
    }
    T result = sound.run(work);
    if (now == Fault.UNHEARD) {
      throw new PersistenceException("unheard");
    }
    return result;
  }
}
