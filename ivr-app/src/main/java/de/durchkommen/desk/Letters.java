package de.durchkommen.desk;

import de.durchkommen.api.Problem;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known of people by the letters that they were sent. */
@Dependent
class Letters {
  private static final String PERSON =
      "SELECT name, birth_date, postcode, language FROM person WHERE id = ?";

  private final Database database;

  @Inject
  Letters(@ForWeb Database database) {
    this.database = database;
  }

  /**
   * What is known of somebody.
   *
   * @param name null when the invitation had none
   * @param postcode five digits
   * @param language in which the letter was written (ISO 639-1)
   */
  record Letter(@Nullable String name, LocalDate birthDate, String postcode, String language) {
    /** Without what is personal. */
    @Override
    public String toString() {
      return "Letter[…]";
    }
  }

  /**
   * What is known of somebody.
   *
   * @throws Problem when there is no such person, or nobody can tell right now
   */
  Letter of(long person) {
    return of(person, sql -> {});
  }

  /** The same, and does this in the same transaction. */
  Letter of(long person, Consumer<Sql> work) {
    return database
        .answer(
            entities -> {
              Sql sql = new Sql(entities);
              work.accept(sql);
              return sql.first(PERSON, Letters::letter, List.of(person));
            },
            why -> {
              throw Problem.unknown(why);
            })
        .orElseThrow(() -> Problem.notFound("There is no such person (any more)"));
  }

  private static Letter letter(ResultSet row) throws SQLException {
    return new Letter(
        row.getString(1), row.getObject(2, LocalDate.class), row.getString(3), row.getString(4));
  }
}
