package de.durchkommen.people;

import de.durchkommen.people.ImportOutcome.Imported;
import de.durchkommen.people.ImportOutcome.Rejected;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/** One import, on its connection, which has the lock: see {@link PeopleImport}. */
final class ImportRun {
  /** So many lines go to the server at once. */
  private static final int LINES_AT_ONCE = 2_000;

  /** Where dates are meant. */
  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");

  private final Connection connection;
  private final ImportRecord row;
  private final ImportActor actor;
  private final Supplier<Instant> now;
  private final ErrorList errors = new ErrorList();

  ImportRun(Connection connection, ImportRecord row, ImportActor actor, Supplier<Instant> now) {
    this.connection = connection;
    this.row = row;
    this.actor = actor;
    this.now = now;
  }

  /** Takes the file, or tells what is wrong; the row says the same. */
  ImportOutcome taken(PeopleFile file, ImportProgress progress) throws SQLException, IOException {
    LineReader lines = LineReader.of(file, LocalDate.ofInstant(now.get(), HESSEN), errors);
    Optional<Header> header = lines.header();
    if (header.isEmpty()) {
      return rejected();
    }
    try (Staging staging = Staging.of(connection)) {
      long people = staged(lines, header.get(), staging, file, progress);
      progress.checked();
      if (people == 0 && errors.count() == 0) {
        errors.add(new ImportError(1, "", Flaw.EMPTY_FILE));
      }
      staging.check(errors);
      return errors.count() > 0 ? rejected() : imported(staging, header.get(), people);
    }
  }

  /** Sends all lines to the temporary table; returns how many there were. */
  private long staged(
      LineReader lines, Header header, Staging staging, PeopleFile file, ImportProgress progress)
      throws SQLException {
    long people = 0;
    boolean more;
    do {
      Optional<PersonLine> line = lines.next(header);
      more = line.isPresent();
      if (more) {
        staging.add(line.get());
        people++;
      }
      if (!more || people % LINES_AT_ONCE == 0) {
        row.read(people, file.position());
        staging.flush();
        progress.read(people, file.position());
      }
    } while (more);
    return people;
  }

  private Imported imported(Staging staging, Header header, long people) throws SQLException {
    long updated = staging.update(header.named());
    Imported result = new Imported(people, staging.insert(), updated);
    row.imported(result, actor, now.get());
    return result;
  }

  private Rejected rejected() throws SQLException {
    Rejected result = new Rejected(errors.first(), errors.count());
    row.rejected(result, now.get());
    return result;
  }
}
