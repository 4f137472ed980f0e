package de.durchkommen.launch;

import de.durchkommen.audit.AuditEvent;
import de.durchkommen.database.LongWork;
import de.durchkommen.people.ImportActor;
import de.durchkommen.people.ImportOutcome;
import de.durchkommen.people.ImportOutcome.Busy;
import de.durchkommen.people.ImportOutcome.Imported;
import de.durchkommen.people.ImportOutcome.Rejected;
import de.durchkommen.people.PeopleFile;
import de.durchkommen.people.PeopleImport;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a file of invited people, whole or not at all. */
@Command(
    name = "import",
    description = {
      "Nimmt eine CSV-Datei mit Eingeladenen auf, ganz oder gar nicht.",
      "Kopfzeile: code, birth_date, postcode, priority_group, language, phone und, wenn gewünscht,"
          + " name. Trennzeichen Komma oder Semikolon, UTF-8, Datum JJJJ-MM-TT oder TT.MM.JJJJ."
          + " Wer mit demselben Code und Geburtsdatum schon da ist, wird auf den Stand der Datei"
          + " gebracht.",
      "Ergebnis: 0 aufgenommen, 1 nicht aufgenommen; die Fehler stehen dann in einem Bericht."
    })
final class PeopleImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DATEI", description = "Die CSV-Datei.")
  private Path file = Path.of("");

  @Option(
      names = "--report",
      paramLabel = "DATEI",
      description = "Wohin der Fehlerbericht geht (ohne Angabe: DATEI.fehler.csv).")
  private @Nullable Path report;

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new ParameterException(
          spec.commandLine(), "Die Datei " + file + " gibt es nicht, oder sie ist nicht lesbar.");
    }
    DatabaseAddress database = new Hotline(Settings.read()).database();
    LongWork work = new LongWork(database.url(), database.user(), database.password());
    try {
      return told(outcome(new PeopleImport(work, Clock.systemUTC())));
    } catch (SQLException e) {
      throw failure(database, e);
    }
  }

  private ImportOutcome outcome(PeopleImport imports) throws SQLException, IOException {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    ImportActor actor =
        new ImportActor(AuditEvent.Channel.OPERATOR, System.getProperty("user.name", ""));
    try (PeopleFile people = new PeopleFile(Files.newInputStream(file), Files.size(file));
        ImportDisplay display =
            ImportDisplay.of(people.size(), terminal, spec.commandLine().getErr())) {
      return imports.run(imports.announced(actor, people.size()), actor, people, display);
    }
  }

  private int told(ImportOutcome outcome) throws IOException {
    return switch (outcome) {
      case Imported imported -> told(imported);
      case Rejected rejected -> told(rejected);
      case Busy() ->
          throw new LaunchFailure(
              LaunchFailure.FAILED,
              "Nichts wurde aufgenommen: Es läuft gerade ein anderer Import. Bitte warten, bis er"
                  + " fertig ist, und es dann noch einmal versuchen.");
    };
  }

  private int told(Imported result) {
    long unchanged = result.people() - result.added() - result.updated();
    spec.commandLine()
        .getOut()
        .printf(
            "Aufgenommen: %,d Zeilen, davon %,d neu, %,d geändert, %,d unverändert.%n",
            result.people(), result.added(), result.updated(), unchanged);
    return 0;
  }

  private int told(Rejected result) throws IOException {
    Path where = Objects.requireNonNullElse(report, Path.of(file + ".fehler.csv"));
    new ErrorReport(result).write(where, spec.commandLine().getErr());
    return LaunchFailure.FAILED;
  }

  /** The server's message is not shown: it may quote a person's values. */
  private static LaunchFailure failure(DatabaseAddress database, SQLException e) {
    LaunchFailure general = DbCommand.failure(database, e);
    return general.exitCode() == LaunchFailure.NOT_RUNNING
        ? general
        : new LaunchFailure(
            LaunchFailure.FAILED,
            "Die Datenbank hat den Import abgebrochen ("
                + LongWork.word(e)
                + "). Nichts wurde aufgenommen. Bitte noch einmal versuchen.");
  }
}
