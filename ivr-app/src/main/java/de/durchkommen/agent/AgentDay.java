package de.durchkommen.agent;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.List;

/**
 * What an agent has done today.
 *
 * @param name of the account
 * @param talks how many talks began
 * @param talkSeconds how long they took on average; 0 when there was none
 * @param unanswered how often nobody answered the telephone
 * @param booked how many ended with appointments booked or moved
 * @param lost how many broke off with the telephone
 */
public record AgentDay(
    String name, int talks, int talkSeconds, int unanswered, int booked, int lost) {
  private static final String DAYS =
      """
      SELECT c.name, COALESCE(SUM(t.begun_at IS NOT NULL), 0),
        CAST(COALESCE(AVG(TIMESTAMPDIFF(SECOND, t.begun_at, COALESCE(t.ended_at, ?))), 0)
          AS SIGNED),
        COALESCE(SUM(t.ending = 'UNANSWERED'), 0),
        COALESCE(SUM(t.wrap_code IN ('BOOKED', 'MOVED')), 0),
        COALESCE(SUM(t.ending = 'LOST'), 0)
      FROM talk t FORCE INDEX (talk_age) JOIN account c ON c.id = t.account
      WHERE t.assigned_at >= ? GROUP BY c.name ORDER BY c.name
      """;

  /** Of all who were given a caller today. */
  static List<AgentDay> all(Sql sql, Instant now) {
    Instant midnight =
        now.atZone(AgentLimits.HESSEN).toLocalDate().atStartOfDay(AgentLimits.HESSEN).toInstant();
    return sql.rows(
        DAYS,
        row ->
            new AgentDay(
                row.getString(1),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6)),
        List.of(now, midnight));
  }
}
