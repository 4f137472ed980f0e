package de.durchkommen.launch;

import de.durchkommen.audit.AuditEvent;
import de.durchkommen.database.LongWork;
import de.durchkommen.export.DayList;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes who comes to a centre on a day. */
@Command(
    name = "export",
    description =
        "Schreibt, wer an einem Tag in ein Zentrum kommt, mit Namen und Geburtsdatum. Jede Ausgabe"
            + " wird festgehalten (Tabelle audit_event).")
final class AppointmentsExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "ZENTRUM", description = "Kürzel, etwa kassel.")
  private String centre = "";

  @Parameters(index = "1", paramLabel = "TAG", description = "JJJJ-MM-TT.")
  private String day = "";

  @Option(
      names = "--format",
      paramLabel = "csv|ics",
      defaultValue = "csv",
      description = "Tabelle (csv) oder Kalender (ics); ohne Angabe: csv.")
  private String format = "csv";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DATEI",
      description = "Wohin; lesbar nur für den Besitzer. Ohne Angabe: auf den Bildschirm.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    LocalDate wanted = day();
    DayList.Format form = format();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    DatabaseAddress database = new Hotline(Settings.read()).database();
    DayList list =
        list(database, wanted, now)
            .orElseThrow(() ->
                new LaunchFailure(
                    LaunchFailure.WRONG_USE, "Ein Zentrum " + centre + " gibt es nicht."));
    try (OutputStream out = output()) {
      list.write(form, out, now);
    }
    spec.commandLine().getErr().printf("%,d Termine.%n", list.size());
    return 0;
  }

  private LocalDate day() {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw new ParameterException(spec.commandLine(), "Falscher Wert: " + day, e);
    }
  }

  private DayList.Format format() {
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "csv" -> DayList.Format.CSV;
      case "ics" -> DayList.Format.ICS;
      default -> throw new ParameterException(spec.commandLine(), "Falscher Wert: " + format);
    };
  }

  private Optional<DayList> list(DatabaseAddress database, LocalDate wanted, Instant now)
      throws IOException {
    String user = System.getProperty("user.name", "");
    LongWork work = new LongWork(database.url(), database.user(), database.password());
    try {
      return work.run(connection -> {
        Optional<DayList> list = DayList.of(connection, centre, wanted);
        if (list.isPresent()) {
          list.get().note(connection, AuditEvent.Channel.OPERATOR, user, now);
        }
        return list;
      });
    } catch (SQLException e) {
      throw DbCommand.failure(database, e);
    }
  }

  private OutputStream output() throws IOException {
    if (file == null) {
      return new FileOutputStream(FileDescriptor.out);
    }
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.newOutputStream(file);
  }
}
