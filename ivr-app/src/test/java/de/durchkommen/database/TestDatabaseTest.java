package de.durchkommen.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A class of tests that is run once more finds the schema that it has closed. */
class TestDatabaseTest {
  @Test
  void aClosedOneOpensAnew() {
    TestDatabase rows = TestDatabase.fresh();
    for (int times = 0; times < 2; times++) {
      assertThat(
              rows.transactions()
                  .<List<Integer>>run(entities ->
                      new Sql(entities).rows("SELECT 7", row -> row.getInt(1), List.of())))
          .containsExactly(7);
      rows.close();
    }
  }
}
