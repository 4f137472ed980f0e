package de.durchkommen.wallboard;

import de.durchkommen.database.Sql;
import de.durchkommen.wallboard.Board.Agent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is signed in. */
final class AgentQuery {
  private static final String AGENTS =
      """
      SELECT c.name, c.shown_name, s.phone, s.state, s.since, s.reason, t.language,
        COALESCE(o.shown_name, t.observer), p.reachable
      FROM agent_seat s JOIN account c ON c.id = s.account
      LEFT JOIN talk t ON t.id = s.talk
      LEFT JOIN account o ON CONCAT('@', o.name) = t.observer
      LEFT JOIN agent_phone p ON p.live_name = s.phone
      WHERE c.disabled_at IS NULL ORDER BY c.shown_name, c.id LIMIT ?
      """;

  private AgentQuery() {}

  /** All of them, by the names that people see. */
  static List<Agent> all(Sql sql) {
    return sql.rows(AGENTS, AgentQuery::agent, List.of(WallboardLimits.MOST_AGENTS));
  }

  private static Agent agent(ResultSet row) throws SQLException {
    @Nullable Integer reachable = row.getObject(9, Integer.class);
    return new Agent(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Objects.requireNonNull(Sql.instant(row, 5)),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        reachable == null ? null : reachable == 1);
  }
}
