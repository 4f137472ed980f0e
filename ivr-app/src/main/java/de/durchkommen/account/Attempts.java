package de.durchkommen.account;

import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Wrong passwords in a row, for each name that was typed. A try is counted before its password is
 * looked at, and taken back when it was right: so many at the same time get no more tries than one
 * after the other.
 */
final class Attempts {
  private static final String THERE =
      "INSERT INTO login_attempt (name_hash, tries, last_at) VALUES (?, 0, ?)"
          + " ON DUPLICATE KEY UPDATE tries = tries";

  private static final String STANDING =
      "SELECT tries, locked_until, refused FROM login_attempt WHERE name_hash = ? FOR UPDATE";

  private static final String REFUSED =
      "UPDATE login_attempt SET refused = LEAST(refused + 1, 1000000000) WHERE name_hash = ?";

  private static final String COUNTED =
      "UPDATE login_attempt SET tries = ?, locked_until = ?, refused = 0, last_at = ?"
          + " WHERE name_hash = ?";

  private static final String FORGOTTEN = "DELETE FROM login_attempt WHERE name_hash = ?";

  private static final String OLD = "DELETE FROM login_attempt WHERE last_at <= ? LIMIT ?";

  private static final int MOST_TRIES = 30_000;

  private final Sql sql;

  Attempts(Sql sql) {
    this.sql = sql;
  }

  /** What came of a try before its password was looked at. */
  sealed interface Try {
    /** It was not looked at: the name is locked until then. */
    record Locked(Instant until) implements Try {}

    /**
     * It may be looked at.
     *
     * @param number which one in a row it is, 1 or more
     * @param until when it is wrong, the name is locked until then; null when it is not
     * @param refusedBefore tries that came while the last lock was on
     */
    record Counted(int number, @Nullable Instant until, int refusedBefore) implements Try {}
  }

  private record Standing(int tries, @Nullable Instant lockedUntil, int refused) {
    static Standing of(ResultSet row) throws SQLException {
      return new Standing(row.getInt(1), Sql.instant(row, 2), row.getInt(3));
    }
  }

  /** Counts a try under this name. */
  Try begun(byte[] nameHash, Instant now) {
    sql.update(THERE, List.of(nameHash, now));
    Standing standing = sql.first(STANDING, Standing::of, List.of(nameHash)).orElseThrow();
    @Nullable Instant lockedUntil = standing.lockedUntil();
    if (lockedUntil != null && now.isBefore(lockedUntil)) {
      sql.update(REFUSED, List.of(nameHash));
      return new Try.Locked(lockedUntil);
    }
    int number = Math.min(standing.tries() + 1, MOST_TRIES);
    Duration lock = Lockout.after(number);
    @Nullable Instant until = lock.isZero() ? null : now.plus(lock);
    sql.update(COUNTED, Arrays.asList(number, until, now, nameHash));
    return new Try.Counted(number, until, standing.refused());
  }

  /** Forgets them: the password was right, or there is a new one. */
  void forget(byte[] nameHash) {
    sql.update(FORGOTTEN, List.of(nameHash));
  }

  /** Forgets old ones; returns how many, up to a limit. */
  int forgetOld(Instant until, int most) {
    return sql.update(OLD, List.of(until, most));
  }
}
