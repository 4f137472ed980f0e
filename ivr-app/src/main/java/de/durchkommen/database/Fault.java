package de.durchkommen.database;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/**
 * Why the database gave no answer.
 *
 * @param word kind and codes, never the message: the server quotes values in it
 * @param lostRace whether the same work can win when it is tried again
 * @param refused whether the database is well, and refused what the work wanted to write
 */
record Fault(String word, boolean lostRace, boolean refused) {
  /**
   * Error codes of MariaDB: duplicate key (another transaction inserted first, and its row can be
   * seen the next time), lock wait time-out, deadlock, and "record has changed since last read".
   */
  private static final Set<Integer> LOST_RACES = Set.of(1062, 1205, 1213, 1020);

  /** Classes of SQL states: data that do not fit a column, and a constraint (ISO 9075). */
  private static final Set<String> REFUSALS = Set.of("22", "23");

  private static final String LOST_AT_COMMIT = "Deadlock found when trying to get lock";

  private static final int MAX_CAUSES = 20;

  /** The fault in an exception; empty when it is a bug and no outage. */
  static Optional<Fault> in(Throwable thrown) {
    @Nullable Fault general = null;
    @Nullable Throwable cause = thrown;
    for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(of(sql));
      }
      if (cause instanceof XAException refused && lostAtCommit(refused)) {
        return Optional.of(new Fault("XAException 40001/1213", true, false));
      }
      if (general == null && general(cause)) {
        general = new Fault(cause.getClass().getSimpleName(), false, false);
      }
    }
    return Optional.ofNullable(general);
  }

  private static Fault of(SQLException sql) {
    String word =
        "%s %s/%d".formatted(sql.getClass().getSimpleName(), sql.getSQLState(), sql.getErrorCode());
    @Nullable String state = sql.getSQLState();
    return new Fault(
        word,
        LOST_RACES.contains(sql.getErrorCode()),
        state != null && state.length() == 5 && REFUSALS.contains(state.substring(0, 2)));
  }

  /**
   * A Galera cluster tells at the commit that another server's transaction came first; nothing of
   * this one is left then. The application server keeps the message of the driver's exception and
   * nothing else of it.
   */
  private static boolean lostAtCommit(XAException refused) {
    String message = refused.getMessage();
    return message != null && message.contains(LOST_AT_COMMIT);
  }

  private static boolean general(Throwable cause) {
    return cause instanceof PersistenceException
        || cause instanceof TransactionalException
        || cause instanceof RollbackException;
  }
}
