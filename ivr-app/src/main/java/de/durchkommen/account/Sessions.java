package de.durchkommen.account;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Role;
import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The table of sessions, within a transaction. */
final class Sessions {
  private static final String LIVE =
      """
      SELECT a.name, a.shown_name, a.role, a.must_change, s.csrf_hash, s.used_at, s.ends_at
      FROM account_session s JOIN account a ON a.id = s.account
      WHERE s.token_hash = ? AND s.used_at > ? AND s.ends_at > ? AND a.disabled_at IS NULL
      """;

  private static final String USED =
      "UPDATE account_session SET used_at = ? WHERE token_hash = ? AND used_at < ?";

  private static final String ADDED =
      "INSERT INTO account_session (token_hash, account, csrf_hash, created_at, used_at, ends_at)"
          + " VALUES (?, ?, ?, ?, ?, ?)";

  private static final String SURPLUS =
      "SELECT token_hash FROM account_session WHERE account = ?"
          + " ORDER BY created_at DESC, token_hash LIMIT 1000 OFFSET ?";

  private static final String ENDED = "DELETE FROM account_session WHERE token_hash = ?";

  private static final String ALL_ENDED = "DELETE FROM account_session WHERE account = ?";

  private static final String OLD =
      "DELETE FROM account_session WHERE ends_at <= ? OR used_at <= ? LIMIT ?";

  private final Sql sql;
  private final Duration idle;

  Sessions(Sql sql, Duration idle) {
    this.sql = sql;
    this.idle = idle;
  }

  /**
   * Who is logged in, as their account is now; {@code csrfHash} has 32 bytes. It ends at {@code
   * endsAt}, however much it is used.
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by MessageDigest only.
  record Live(
      String name,
      String shownName,
      Role role,
      boolean mustChange,
      byte[] csrfHash,
      Instant usedAt,
      Instant endsAt) {
    static Live of(ResultSet row) throws SQLException {
      return new Live(
          row.getString(1),
          row.getString(2),
          Role.valueOf(row.getString(3)),
          row.getInt(4) == 1,
          row.getBytes(5),
          Objects.requireNonNull(Sql.instant(row, 6)),
          Objects.requireNonNull(Sql.instant(row, 7)));
    }

    /** As resources see who it is. */
    ApiClient client() {
      return new ApiClient(ApiClient.PERSON + name, role);
    }

    /** Without the hash. */
    @Override
    public String toString() {
      return "Live[" + name + "]";
    }
  }

  /** The session of this token; empty when there is none any more. */
  Optional<Live> live(SessionToken token, Instant now) {
    return sql.first(LIVE, Live::of, List.of(token.hash(), now.minus(idle), now));
  }

  /** Writes down that it is used, unless that was written down just before. */
  void used(SessionToken token, Live session, Instant now) {
    Instant before = now.minus(idle.dividedBy(AccountLimits.USES_NOTED));
    if (session.usedAt().isBefore(before)) {
      sql.update(USED, List.of(now, token.hash(), before));
    }
  }

  /** Begins one; the oldest of the account end when there are too many. */
  void begin(SessionToken token, Account account, Instant now) {
    sql.rows(SURPLUS, row -> row.getBytes(1), List.of(account.id(), AccountLimits.SESSIONS - 1))
        .forEach(surplus -> sql.update(ENDED, List.of(surplus)));
    sql.update(
        ADDED,
        List.of(
            token.hash(),
            account.id(),
            token.csrfHash(),
            now,
            now,
            now.plus(AccountLimits.SESSION_AT_MOST)));
  }

  /** Ends one; says whether there was one. */
  boolean end(SessionToken token) {
    return sql.update(ENDED, List.of(token.hash())) == 1;
  }

  /** Ends all of an account. */
  void endAll(Account account) {
    sql.update(ALL_ENDED, List.of(account.id()));
  }

  /** Forgets those that have ended by themselves; returns how many, up to a limit. */
  int forgetOld(Instant now, int most) {
    return sql.update(OLD, List.of(now, now.minus(idle), most));
  }
}
