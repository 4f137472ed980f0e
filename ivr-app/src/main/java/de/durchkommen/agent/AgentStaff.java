package de.durchkommen.agent;

import de.durchkommen.database.Sql;
import de.durchkommen.queue.Staff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The agents, as the waiting room sees them. */
@ApplicationScoped
class AgentStaff implements Staff {
  /** Who cannot log in any more is given no caller. */
  private static final String ALL =
      """
      SELECT s.account, s.state, COALESCE(a.languages, 'de'), COALESCE(a.skills, '')
      FROM agent_seat s JOIN account c ON c.id = s.account LEFT JOIN agent a ON a.account = s.account
      WHERE c.disabled_at IS NULL
      """;

  private record Member(long account, SeatState state, Server server) {}

  @Override
  public Roster roster(Sql sql, Instant now) {
    List<Seat> ready = new SeatRows(sql, now).ready();
    Map<Long, Server> servers = new HashMap<>();
    Set<String> spoken = new HashSet<>();
    Set<String> skills = new HashSet<>();
    int busy = 0;
    for (Member member : members(sql)) {
      servers.put(member.account(), member.server());
      spoken.addAll(member.server().languages());
      skills.addAll(member.server().skills());
      busy +=
          switch (member.state()) {
            case RINGING, TALKING, WRAPPING -> 1;
            case SIGNED_IN, READY, PAUSED -> 0;
          };
    }
    List<Server> free = new ArrayList<>();
    for (Seat seat : ready) {
      Server server = servers.get(seat.account());
      if (server != null) {
        free.add(server);
      }
    }
    return new Roster(free, busy, servers.size(), spoken, skills);
  }

  @Override
  public void assigned(Sql sql, Assignment assignment) {
    new TalkBook(sql, assignment.at().truncatedTo(ChronoUnit.MILLIS)).assigned(assignment);
  }

  private static List<Member> members(Sql sql) {
    return sql.rows(
        ALL,
        row ->
            new Member(
                row.getLong(1),
                SeatState.valueOf(row.getString(2)),
                new Server(
                    row.getLong(1),
                    AgentWords.set(row.getString(3)),
                    AgentWords.set(row.getString(4)))),
        List.of());
  }
}
