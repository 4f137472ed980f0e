package de.durchkommen.agent;

import de.durchkommen.database.Sql;
import de.durchkommen.database.TestDatabase;

/** A way to the tables for tests: each change is a transaction of its own. */
final class PhoneTables {
  private PhoneTables() {}

  static AgentPhones.Changes<RuntimeException> in(TestDatabase database) {
    return (sql, values) ->
        database.transactions().run(entities -> new Sql(entities).update(sql, values));
  }
}
