package de.durchkommen.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what stands in the letters to invited people. */
@Command(
    name = "letters",
    description =
        "Zeigt Einladungsbriefe der Vorführung, mit Tabulatoren getrennt: Code, Geburtsdatum"
            + " TTMMJJJJ, Name, Postleitzahl.")
final class LettersCommand implements Callable<Integer> {
  private static final DateTimeFormatter KEYED = DateTimeFormatter.ofPattern("ddMMuuuu");
  private static final String ALL = "SELECT code, birth_date, name, postcode FROM person p";
  private static final String FREE =
      " WHERE NOT EXISTS (SELECT 1 FROM appointment_pair a WHERE a.person_id = p.id)"
          + " AND NOT EXISTS (SELECT 1 FROM code_attempt t WHERE t.code = p.code"
          + " AND t.locked_until > UTC_TIMESTAMP(3))";
  private static final String FIRST = " ORDER BY p.id LIMIT ?";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--free",
      description = "Nur von Menschen, die jetzt buchen können: ohne Termin, Code nicht gesperrt.")
  private boolean free;

  @Parameters(
      paramLabel = "N",
      arity = "0..1",
      defaultValue = "10",
      description = "Wie viele (ohne Angabe: 10).")
  private int number;

  @Override
  public Integer call() throws IOException {
    if (number < 1) {
      throw new ParameterException(spec.commandLine(), "Falscher Wert: " + number);
    }
    DatabaseAddress database = new Hotline(Settings.read()).database();
    try (Connection connection = database.connected();
        PreparedStatement query =
            connection.prepareStatement(free ? ALL + FREE + FIRST : ALL + FIRST)) {
      query.setInt(1, number);
      print(query, spec.commandLine().getOut());
      return 0;
    } catch (SQLException e) {
      throw DbCommand.failure(database, e);
    }
  }

  private static void print(PreparedStatement query, PrintWriter out) throws SQLException {
    try (ResultSet people = query.executeQuery()) {
      while (people.next()) {
        String birthDate = people.getObject("birth_date", LocalDate.class).format(KEYED);
        out.println(
            String.join(
                "\t",
                people.getString("code"),
                birthDate,
                Objects.toString(people.getString("name"), ""),
                people.getString("postcode")));
      }
    }
  }
}
