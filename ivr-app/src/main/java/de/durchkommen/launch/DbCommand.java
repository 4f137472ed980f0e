package de.durchkommen.launch;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** SQL on the running database. */
@Command(
    name = "db",
    description =
        "Öffnet eine SQL-Eingabe auf der laufenden Datenbank. Mit -e: führt SQL aus und zeigt die"
            + " Zeilen, mit Tabulatoren getrennt, ohne Überschrift.")
final class DbCommand implements Callable<Integer> {
  /** SQLState class of connections that fail or break. */
  private static final String NO_CONNECTION = "08";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "-e", paramLabel = "SQL", description = "Dieses SQL ausführen.")
  private @Nullable String sql;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var hotline = new Hotline(Settings.read());
    DatabaseAddress database = hotline.database();
    try (Connection connection = database.connected()) {
      SqlPrinter printer = new SqlPrinter(connection, spec.commandLine().getOut());
      if (sql != null) {
        printer.print(sql);
        return 0;
      }
      Path client = hotline.home().databasePrograms().resolve("bin/mariadb");
      boolean terminal =
          Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
      return terminal && database.embedded() && Files.isExecutable(client)
          ? client(client, hotline, database)
          : prompt(printer);
    } catch (SQLException e) {
      throw failure(database, e);
    }
  }

  /** A failure of SQL as the user gets it; never shows the password. */
  static LaunchFailure failure(DatabaseAddress database, SQLException e) {
    String state = e.getSQLState();
    return state != null && state.startsWith(NO_CONNECTION)
        ? new LaunchFailure(
            LaunchFailure.NOT_RUNNING,
            "Die Datenbank " + database + " ist nicht erreichbar. Läuft ./durchkommen up?",
            e)
        : new LaunchFailure(LaunchFailure.FAILED, "SQL: " + e.getMessage(), e);
  }

  private static int client(Path client, Hotline hotline, DatabaseAddress database)
      throws IOException, InterruptedException {
    String address = database.url().replaceFirst("^.*//127\\.0\\.0\\.1:([0-9]+)/.*$", "$1");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    client.toString(),
                    "--no-defaults",
                    "--host=127.0.0.1",
                    "--port=" + address,
                    "--user=" + database.user(),
                    "--default-character-set=utf8mb4",
                    DatabaseAddress.NAME))
            .inheritIO();
    builder.environment().put("MYSQL_PWD", database.password());
    builder
        .environment()
        .put("LD_LIBRARY_PATH", hotline.home().databasePrograms().resolve("libs").toString());
    return builder.start().waitFor();
  }

  /** One statement a line, until the end of the input; an error does not end it. */
  private int prompt(SqlPrinter printer) throws IOException {
    int exitCode = 0;
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      try {
        if (!line.isBlank()) {
          printer.print(line);
        }
      } catch (SQLException e) {
        spec.commandLine().getErr().println("SQL: " + e.getMessage());
        exitCode = LaunchFailure.FAILED;
      }
    }
    return exitCode;
  }
}
