package de.durchkommen.launch;

import de.durchkommen.account.AccountName;
import de.durchkommen.api.Role;
import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table of accounts, as the operator changes it; each change is in the audit. */
final class AccountRows {
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");
  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");

  private static final String ADDED =
      """
      INSERT IGNORE INTO account (name, shown_name, role, hash, must_change, created_at)
      VALUES (?, ?, ?, ?, 1, UTC_TIMESTAMP(3))
      """;

  private static final String DISABLED =
      "UPDATE account SET disabled_at = UTC_TIMESTAMP(3) WHERE name = ? AND disabled_at IS NULL";

  /** A new password also lets somebody in again. */
  private static final String RENEWED =
      "UPDATE account SET hash = ?, must_change = 1, disabled_at = NULL WHERE name = ?";

  private static final String SESSIONS_ENDED =
      "DELETE FROM account_session WHERE account = (SELECT id FROM account WHERE name = ?)";

  private static final String UNLOCKED = "DELETE FROM login_attempt WHERE name_hash = ?";

  private static final String ALL =
      """
      SELECT a.name, a.role, a.shown_name, a.created_at, a.must_change, a.disabled_at
      FROM account a ORDER BY a.name
      """;

  private final Connection connection;
  private final Instant now;

  /** Changes by this connection, each in a transaction of its own. */
  AccountRows(Connection connection, Instant now) throws SQLException {
    this.connection = connection;
    this.now = now;
    connection.setAutoCommit(false);
  }

  /** Adds one whose password must be changed; false when there is one of this name. */
  boolean add(String name, String shownName, Role role, String hash) throws SQLException {
    return whole(
        name, "ACCOUNT_ADDED_" + role, write(ADDED, name, shownName, role.name(), hash) == 1);
  }

  /** Ends one, and its sessions; false when none of this name is in force. */
  boolean disable(String name) throws SQLException {
    boolean done = write(DISABLED, name) == 1;
    write(SESSIONS_ENDED, name);
    return whole(name, "ACCOUNT_DISABLED", done);
  }

  /**
   * Gives one another password, which must be changed, and lets its owner in again; false when
   * there is none of this name.
   */
  boolean renew(String name, String hash) throws SQLException {
    boolean done = write(RENEWED, hash, name) == 1;
    write(SESSIONS_ENDED, name);
    write(UNLOCKED, AccountName.hash(name));
    return whole(name, "PASSWORD_RENEWED", done);
  }

  private int write(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  private boolean whole(String name, String action, boolean done) throws SQLException {
    if (done) {
      String operator = System.getProperty("user.name", "");
      AuditLog.add(
          connection,
          new AuditEvent(now, AuditEvent.Channel.OPERATOR, operator, action, name, 1, ""));
    }
    connection.commit();
    return done;
  }

  /** All accounts, a line each. */
  List<String> lines() throws SQLException {
    List<String> lines = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(ALL);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        lines.add(line(rows));
      }
    }
    connection.commit();
    return lines;
  }

  private static String line(ResultSet row) throws SQLException {
    @Nullable LocalDateTime disabled = row.getObject("disabled_at", LocalDateTime.class);
    String live = row.getInt("must_change") == 1 ? "erstes Passwort" : "gültig";
    return String.join(
        "\t",
        row.getString("name"),
        row.getString("role").toLowerCase(Locale.ROOT),
        row.getString("shown_name"),
        shown(row.getObject("created_at", LocalDateTime.class)),
        disabled == null ? live : "gesperrt " + shown(disabled));
  }

  private static String shown(LocalDateTime utc) {
    return utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(HESSEN).format(SHOWN);
  }
}
