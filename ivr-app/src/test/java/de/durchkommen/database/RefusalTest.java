package de.durchkommen.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.api.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What work refuses on purpose is no bug, and nothing of it stays. */
class RefusalTest {
  @Test
  void aRefusalIsPassedOnAndTheTransactionRolledBack() {
    try (TestDatabase rows = TestDatabase.fresh()) {
      Database database = rows.patient();
      assertThatThrownBy(() ->
              database.answer(
                  entities -> {
                    new Sql(entities)
                        .update(
                            "INSERT INTO journey_loss VALUES ('2026-12-01', 'de', '', 1, 0)",
                            List.of());
                    throw Problem.notFound("There is none");
                  },
                  why -> "unknown"))
          .isInstanceOf(Problem.class);
      assertThat(rows.rows("SELECT * FROM journey_loss")).isEmpty();
      assertThatThrownBy(() ->
              database.answer(
                  entities -> {
                    throw new IllegalArgumentException("no such column");
                  },
                  why -> "unknown"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Bug in a transaction");
    }
  }
}
