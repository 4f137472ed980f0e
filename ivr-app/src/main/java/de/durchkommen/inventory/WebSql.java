package de.durchkommen.inventory;

import de.durchkommen.api.Problem;
import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import de.durchkommen.database.Transactions;
import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** Transactions for the web: each answers in time, or is a {@link Problem}. */
record WebSql(Database database) implements Transactions {
  @Override
  public <T> T run(Function<EntityManager, T> work) {
    return database.answer(
        work,
        why -> {
          throw Problem.unknown(why);
        });
  }

  /**
   * Does this in one transaction.
   *
   * @param work may run more than once
   */
  <T> T ask(Function<Sql, T> work) {
    return run(entities -> work.apply(new Sql(entities)));
  }
}
