package de.durchkommen.database;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** Runs work in one transaction of its own: committed when it returns, undone when it throws. */
@FunctionalInterface
public interface Transactions {
  /**
   * Runs the work once.
   *
   * @param <T> what it comes to
   * @throws RuntimeException whatever the work, the database or the commit threw
   */
  <T> T run(Function<EntityManager, T> work);
}
