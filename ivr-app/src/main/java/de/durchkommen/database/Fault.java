package de.durchkommen.database;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why the database gave no answer.
 *
 * @param word kind and codes, never the message: the server quotes values in it
 * @param lostRace whether the same work can win when it is tried again
 */
record Fault(String word, boolean lostRace) {
  /**
   * Error codes of MariaDB: duplicate key (another transaction inserted first, and its row can be
   * seen the next time), lock wait time-out, deadlock, and "record has changed since last read".
   */
  private static final Set<Integer> LOST_RACES = Set.of(1062, 1205, 1213, 1020);

  private static final int MAX_CAUSES = 20;

  /** The fault in an exception; empty when it is a bug and no outage. */
  static Optional<Fault> in(Throwable thrown) {
    @Nullable Fault general = null;
    @Nullable Throwable cause = thrown;
    for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(of(sql));
      }
      if (general == null && general(cause)) {
        general = new Fault(cause.getClass().getSimpleName(), false);
      }
    }
    return Optional.ofNullable(general);
  }

  private static Fault of(SQLException sql) {
    String word =
        "%s %s/%d".formatted(sql.getClass().getSimpleName(), sql.getSQLState(), sql.getErrorCode());
    return new Fault(word, LOST_RACES.contains(sql.getErrorCode()));
  }

  private static boolean general(Throwable cause) {
    return cause instanceof PersistenceException
        || cause instanceof TransactionalException
        || cause instanceof RollbackException;
  }
}
