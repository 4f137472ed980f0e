package de.durchkommen.launch;

import de.durchkommen.api.ApiKey;
import de.durchkommen.api.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table of clients, as the operator changes it. */
final class KeyRows {
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");
  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");

  private static final String RENEWED =
      """
      UPDATE api_client SET role = ?, key_hash = ?, most_at_once = ?, created_at = UTC_TIMESTAMP(3),
        revoked_at = NULL
      WHERE id = ? AND revoked_at IS NOT NULL
      """;

  private static final String ADDED =
      """
      INSERT IGNORE INTO api_client (role, key_hash, most_at_once, id, created_at)
      VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3))
      """;

  private static final String REVOKED =
      "UPDATE api_client SET revoked_at = UTC_TIMESTAMP(3) WHERE id = ? AND revoked_at IS NULL";

  private static final String ALL =
      "SELECT id, role, most_at_once, created_at, revoked_at FROM api_client ORDER BY id";

  private final Connection connection;

  KeyRows(Connection connection) {
    this.connection = connection;
  }

  /** Stores what is needed to know this key; false when its client has one that is in force. */
  boolean add(ApiKey key, Role role, int atOnce) throws SQLException {
    return write(RENEWED, key, role, atOnce) || write(ADDED, key, role, atOnce);
  }

  private boolean write(String sql, ApiKey key, Role role, int atOnce) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, role.name());
      statement.setBytes(2, key.hash());
      statement.setInt(3, atOnce);
      statement.setString(4, key.client());
      return statement.executeUpdate() == 1;
    }
  }

  /** Ends a client's key; false when none is in force. */
  boolean revoke(String client) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REVOKED)) {
      statement.setString(1, client);
      return statement.executeUpdate() == 1;
    }
  }

  /** All clients, a line each; without what their keys are known by. */
  List<String> lines() throws SQLException {
    List<String> lines = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(ALL);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        lines.add(line(rows));
      }
    }
    return lines;
  }

  private static String line(ResultSet row) throws SQLException {
    @Nullable LocalDateTime revoked = row.getObject("revoked_at", LocalDateTime.class);
    return String.join(
        "\t",
        row.getString("id"),
        row.getString("role").toLowerCase(Locale.ROOT),
        row.getString("most_at_once"),
        shown(row.getObject("created_at", LocalDateTime.class)),
        revoked == null ? "gültig" : "widerrufen " + shown(revoked));
  }

  private static String shown(LocalDateTime utc) {
    return utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(HESSEN).format(SHOWN);
  }
}
