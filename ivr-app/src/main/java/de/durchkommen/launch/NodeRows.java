package de.durchkommen.launch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of nodes, as the operator reads and changes it. */
final class NodeRows {
  /** Nodes tell of themselves each second. */
  private static final int GONE_SECONDS = 10;

  private static final String ALL =
      "SELECT name, calls, drained_at IS NOT NULL, TIMESTAMPDIFF(SECOND, seen_at, UTC_TIMESTAMP(3))"
          + " FROM app_node ORDER BY name";
  private static final String DRAINED =
      "UPDATE app_node SET drained_at = COALESCE(drained_at, UTC_TIMESTAMP(3)) WHERE name = ?";
  private static final String TAKEN_BACK = "UPDATE app_node SET drained_at = NULL WHERE name = ?";

  private final Connection connection;

  NodeRows(Connection connection) {
    this.connection = connection;
  }

  /**
   * A node.
   *
   * @param calls that it had when it was last seen
   * @param drained whether it takes no more of them
   * @param silentSeconds since it was last seen
   */
  record Node(String name, int calls, boolean drained, long silentSeconds) {
    boolean isThere() {
      return silentSeconds < GONE_SECONDS;
    }

    boolean takesCalls() {
      return isThere() && !drained;
    }

    /** For the operator, with tabulators. */
    String line() {
      String state =
          takesCalls()
              ? "nimmt Anrufe an"
              : isThere() ? "nimmt keine Anrufe an" : "seit " + silentSeconds + " s nicht gesehen";
      return String.join("\t", name, String.valueOf(calls), state);
    }
  }

  List<Node> all() throws SQLException {
    List<Node> nodes = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(ALL);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        nodes.add(new Node(rows.getString(1), rows.getInt(2), rows.getBoolean(3), rows.getLong(4)));
      }
    }
    return nodes;
  }

  Optional<Node> node(String name) throws SQLException {
    return all().stream().filter(node -> node.name().equals(name)).findFirst();
  }

  /** From now on it takes no more calls, or takes them again. */
  void set(String name, boolean drained) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(drained ? DRAINED : TAKEN_BACK)) {
      statement.setString(1, name);
      statement.executeUpdate();
    }
  }
}
