package de.durchkommen.editing;

import de.durchkommen.api.Problem;
import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import java.util.function.Function;

/** Transactions for the web: each answers in time, or is a {@link Problem}. */
public record WebSql(Database database) {
  /**
   * Does this in one transaction.
   *
   * @param work may run more than once
   */
  public <T> T ask(Function<Sql, T> work) {
    return database.answer(
        entities -> work.apply(new Sql(entities)),
        why -> {
          throw Problem.unknown(why);
        });
  }
}
