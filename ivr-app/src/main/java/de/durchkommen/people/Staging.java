package de.durchkommen.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The lines of a file in the database, before they are taken over: a temporary table of this
 * connection, so that nothing stays of an import that is killed. Sorted by code, as its lines are
 * compared and taken over by code.
 */
final class Staging implements AutoCloseable {
  private static final String TABLE =
      """
      CREATE TEMPORARY TABLE people_staging (
        code CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        line BIGINT NOT NULL,
        birth_date DATE NULL,
        postcode CHAR(5) CHARACTER SET ascii COLLATE ascii_bin NULL,
        priority_group TINYINT NULL,
        language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL,
        phone VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
        name VARCHAR(100) CHARACTER SET utf8mb4 NULL,
        PRIMARY KEY (code, line)
      ) ENGINE = InnoDB
      """;

  private static final String FIRST_LINES =
      "(SELECT code, MIN(line) AS line FROM people_staging GROUP BY code HAVING COUNT(*) > 1)";

  private static final String TWICE =
      " FROM people_staging again JOIN "
          + FIRST_LINES
          + " first ON first.code = again.code AND first.line <> again.line";

  private static final String OTHER_BIRTH_DATE =
      " FROM people_staging staged JOIN person ON person.code = staged.code"
          + " WHERE person.birth_date <> staged.birth_date";

  private static final String ADDED =
      """
      INSERT INTO person (code, birth_date, postcode, priority_group, language, phone, name)
      SELECT staged.code, staged.birth_date, staged.postcode, staged.priority_group,
        staged.language, staged.phone, staged.name
      FROM people_staging staged LEFT JOIN person known ON known.code = staged.code
      WHERE known.id IS NULL
      ORDER BY staged.code
      """;

  /** Rows that stay as they are are not locked: somebody may be booking for them just now. */
  private static final String UPDATED =
      """
      UPDATE person JOIN people_staging staged ON staged.code = person.code
      SET person.postcode = staged.postcode, person.priority_group = staged.priority_group,
        person.language = staged.language, person.phone = staged.phone,
        person.name = IF(?, staged.name, person.name)
      WHERE person.postcode <> staged.postcode
        OR person.priority_group <> staged.priority_group OR person.language <> staged.language
        OR NOT (person.phone <=> staged.phone)
        OR (? AND NOT (BINARY person.name <=> BINARY staged.name))
      """;

  private final Connection connection;
  private final PreparedStatement insert;
  private int waiting;

  private Staging(Connection connection, PreparedStatement insert) {
    this.connection = connection;
    this.insert = insert;
  }

  static Staging of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
    return new Staging(
        connection,
        connection.prepareStatement(
            "INSERT INTO people_staging (line, code, birth_date, postcode, priority_group,"
                + " language, phone, name) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
  }

  /** Adds a line; one without a code cannot be compared with others and is left out. */
  void add(PersonLine line) throws SQLException {
    if (line.value(Column.CODE) == null) {
      return;
    }
    insert.setLong(1, line.number());
    int place = 2;
    for (Column column : Column.values()) {
      insert.setObject(place++, line.value(column));
    }
    insert.addBatch();
    waiting++;
  }

  /** Sends what was added, and commits it and whatever else was done on this connection. */
  void flush() throws SQLException {
    if (waiting > 0) {
      insert.executeBatch();
      waiting = 0;
    }
    connection.commit();
  }

  /** Adds the errors that only show when lines are compared. */
  void check(ErrorList errors) throws SQLException {
    check(Flaw.CODE_TWICE, "SELECT again.line, first.line", TWICE, "again.line", errors);
    check(
        Flaw.OTHER_BIRTH_DATE, "SELECT staged.line, NULL", OTHER_BIRTH_DATE, "staged.line", errors);
  }

  private void check(Flaw flaw, String lines, String found, String order, ErrorList errors)
      throws SQLException {
    long told = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                lines + found + " ORDER BY " + order + " LIMIT " + ImportOutcome.ERRORS_IN_FULL)) {
      for (; rows.next(); told++) {
        Long other = rows.getObject(2, Long.class);
        Column column = flaw == Flaw.CODE_TWICE ? Column.CODE : Column.BIRTH_DATE;
        errors.add(new ImportError(rows.getLong(1), column.key(), flaw, other));
      }
    }
    if (told == ImportOutcome.ERRORS_IN_FULL) {
      errors.count(count(found) - told);
    }
  }

  private long count(String found) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*)" + found)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /**
   * Changes those who are known and are told of differently; returns how many.
   *
   * @param named whether the file says anything about names
   */
  long update(boolean named) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UPDATED)) {
      statement.setBoolean(1, named);
      statement.setBoolean(2, named);
      return statement.executeLargeUpdate();
    }
  }

  /** Adds those who are not known; returns how many. */
  long insert() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(ADDED);
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
