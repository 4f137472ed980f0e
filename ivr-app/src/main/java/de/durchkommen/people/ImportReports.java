package de.durchkommen.people;

import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the rows of imports say, within one transaction.
 *
 * <p>One that says it is running, while nobody has the lock of imports, was killed; and so was one
 * that has waited longer than any could.
 */
final class ImportReports {
  /** Nothing waits longer: an import takes minutes at most, and few wait. */
  static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private static final int PERCENT = 100;

  private final Sql sql;
  private final Instant now;

  ImportReports(Sql sql, Instant now) {
    this.sql = sql;
    this.now = now;
  }

  /** The report of this import. */
  Optional<ImportReport> of(long id) {
    List<ImportReport.Line> errors = errors(id);
    return sql.first(
        "SELECT id, state, actor, created_at, ended_at, size_bytes, read_bytes, people, added,"
            + " updated, errors, IS_USED_LOCK("
            + PeopleImport.LOCK
            + ") IS NOT NULL FROM people_import WHERE id = ?",
        row -> report(row, errors),
        List.of(id));
  }

  private ImportReport report(ResultSet row, List<ImportReport.Line> errors) throws SQLException {
    Instant createdAt = Objects.requireNonNull(Sql.instant(row, 4));
    ImportReport.State state = state(row.getString(2), createdAt, row.getBoolean(12));
    boolean done = state == ImportReport.State.IMPORTED;
    return new ImportReport(
        row.getLong(1),
        state,
        row.getString(3),
        createdAt,
        Sql.instant(row, 5),
        done ? PERCENT : (int) (PERCENT * row.getLong(7) / Math.max(1, row.getLong(6))),
        row.getLong(8),
        row.getLong(9),
        row.getLong(10),
        row.getLong(11),
        errors,
        state.detail());
  }

  private ImportReport.State state(String stored, Instant createdAt, boolean locked) {
    ImportReport.State state = ImportReport.State.valueOf(stored);
    return switch (state) {
      case RUNNING -> locked ? state : ImportReport.State.LOST;
      case WAITING -> createdAt.plus(LONGEST_WAIT).isBefore(now) ? ImportReport.State.LOST : state;
      default -> state;
    };
  }

  private List<ImportReport.Line> errors(long id) {
    return sql.rows(
        "SELECT line, column_name, flaw, other_line FROM people_import_error WHERE import_id = ?"
            + " ORDER BY place",
        row -> {
          Flaw flaw = Flaw.valueOf(row.getString(3));
          return new ImportReport.Line(
              row.getLong(1), row.getString(2), flaw, flaw.english(), row.getObject(4, Long.class));
        },
        List.of(id));
  }
}
