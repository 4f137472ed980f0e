package de.durchkommen.people;

import de.durchkommen.database.LongWork;
import de.durchkommen.people.ImportOutcome.Busy;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Takes a file of invited people, whole or not at all.
 *
 * <p>Lines are read one by one, checked, and sent in bulk to a temporary table; so memory does not
 * grow with the file. There they are compared with each other and with those who are known, by a
 * statement each. When nothing is wrong one transaction takes all of them over: a caller finds
 * either nobody of the file or everybody. A code that is known with the same birth date is brought
 * up to date: what the file says of a person holds, an empty field included.
 *
 * <p>One import at a time, by a named lock of the server, which is gone with the connection: so an
 * import that is killed stands in nobody's way, and leaves nothing.
 */
public final class PeopleImport {
  private static final System.Logger LOG = System.getLogger(PeopleImport.class.getName());

  /** The lock's name as SQL; locks are the server's, so the schema is part of the name. */
  static final String LOCK = "CONCAT('people-import.', MD5(DATABASE()))";

  private final LongWork database;
  private final Clock clock;

  /** Imports into this database. */
  public PeopleImport(LongWork database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Says that a file has come.
   *
   * @param size how many bytes it has
   * @return the key of its row in {@code people_import}
   * @throws SQLException when the database is away
   */
  public long announced(ImportActor actor, long size) throws SQLException, IOException {
    return database.run(connection -> ImportRecord.added(connection, actor, size, now()).id());
  }

  /**
   * Takes a file that was announced; what came of it stands in its row as well.
   *
   * @throws SQLException when the database is away or takes too long; nothing was imported, unless
   *     the connection broke during the commit: then the row says IMPORTED
   * @throws IOException when the file cannot be read; nothing was imported
   */
  public ImportOutcome run(long id, ImportActor actor, PeopleFile file, ImportProgress progress)
      throws SQLException, IOException {
    try {
      return database.run(connection -> {
        ImportRecord record = new ImportRecord(connection, id);
        if (!locked(connection)) {
          record.ended("BUSY", "", now());
          return new Busy();
        }
        record.running();
        return new ImportRun(connection, record, actor, this::now).taken(file, progress);
      });
    } catch (SQLException e) {
      failed(id, LongWork.word(e));
      throw e;
    } catch (IOException | RuntimeException e) {
      failed(id, e.getClass().getSimpleName());
      throw e;
    }
  }

  private static boolean locked(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("SELECT GET_LOCK(" + LOCK + ", 0)");
        ResultSet row = lock.executeQuery()) {
      return row.next() && row.getInt(1) == 1;
    }
  }

  /** Says so in the row, when that is possible, and when it was not taken after all. */
  private void failed(long id, String why) {
    try {
      database.run(connection -> {
        new ImportRecord(connection, id).ended("FAILED", why, now());
        return id;
      });
    } catch (SQLException | IOException e) {
      // The database is away; the next import says of this one that it was lost.
      LOG.log(System.Logger.Level.WARNING, "Import {0} has failed: {1}", id, why);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
