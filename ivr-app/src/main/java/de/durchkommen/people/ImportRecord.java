package de.durchkommen.people;

import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.people.ImportOutcome.Imported;
import de.durchkommen.people.ImportOutcome.Rejected;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The row of one import in {@code people_import}, on the connection of that import. */
final class ImportRecord {
  private final Connection connection;
  private final long id;

  ImportRecord(Connection connection, long id) {
    this.connection = connection;
    this.id = id;
  }

  /** Makes the row of a file that is waiting. */
  static ImportRecord added(Connection connection, ImportActor actor, long size, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO people_import (state, channel, actor, created_at, size_bytes)"
                + " VALUES ('WAITING', ?, ?, ?, ?)",
            Statement.RETURN_GENERATED_KEYS)) {
      fill(insert, List.of(actor.channel().name(), actor.name(), utc(now), size));
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return new ImportRecord(connection, keys.getLong(1));
      }
    }
  }

  long id() {
    return id;
  }

  /** Runs now, alone: whatever else says so was killed. */
  void running() throws SQLException {
    update("UPDATE people_import SET state = 'LOST' WHERE state = 'RUNNING'", List.of());
    update("UPDATE people_import SET state = 'RUNNING' WHERE id = ?", List.of(id));
  }

  void read(long people, long bytes) throws SQLException {
    update(
        "UPDATE people_import SET people = ?, read_bytes = ? WHERE id = ?",
        List.of(people, bytes, id));
  }

  void imported(Imported result, ImportActor actor, Instant now) throws SQLException {
    update(
        "UPDATE people_import SET state = 'IMPORTED', ended_at = ?, people = ?, added = ?,"
            + " updated = ? WHERE id = ?",
        List.of(utc(now), result.people(), result.added(), result.updated(), id));
    AuditLog.add(
        connection,
        new AuditEvent(
            now,
            actor.channel(),
            actor.name(),
            "PEOPLE_IMPORTED",
            "",
            result.people(),
            "import " + id));
  }

  void rejected(Rejected result, Instant now) throws SQLException {
    ended("REJECTED", "", now);
    update("UPDATE people_import SET errors = ? WHERE id = ?", List.of(result.count(), id));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO people_import_error (import_id, place, line, column_name, flaw,"
                + " other_line) VALUES (?, ?, ?, ?, ?, ?)")) {
      int place = 1;
      for (ImportError error : result.errors()) {
        fill(insert, List.of(id, place++, error.line(), error.column(), error.flaw().name()));
        insert.setObject(6, error.otherLine());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * Ended without a result; a row that says IMPORTED keeps saying so.
   *
   * @param state BUSY or FAILED
   * @param why codes, no values
   */
  void ended(String state, String why, Instant now) throws SQLException {
    update(
        "UPDATE people_import SET state = ?, why = LEFT(?, 60), ended_at = ?"
            + " WHERE id = ? AND state <> 'IMPORTED'",
        List.of(state, why, utc(now), id));
  }

  private void update(String sql, List<?> values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, values);
      statement.executeUpdate();
    }
  }

  private static void fill(PreparedStatement statement, List<?> values) throws SQLException {
    int place = 1;
    for (Object value : values) {
      statement.setObject(place++, value);
    }
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
