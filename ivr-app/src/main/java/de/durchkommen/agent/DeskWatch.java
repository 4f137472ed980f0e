package de.durchkommen.agent;

import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the desks that show something else since another node changed their rows. */
final class DeskWatch {
  private static final String VERSIONS = "SELECT account, version FROM agent_seat";

  private final Database database;
  private final Neighbours neighbours;
  private final Map<Long, Long> seen = new HashMap<>();

  DeskWatch(Database database, Neighbours neighbours) {
    this.database = database;
    this.neighbours = neighbours;
  }

  /** Tells those that are different from the last time, if the database answers. */
  void look() {
    Optional<Map<Long, Long>> found =
        database.answer(
            entities -> {
              Map<Long, Long> versions = new HashMap<>();
              new Sql(entities)
                  .rows(VERSIONS, row -> Map.entry(row.getLong(1), row.getLong(2)), List.of())
                  .forEach(seat -> versions.put(seat.getKey(), seat.getValue()));
              return Optional.of(versions);
            },
            why -> Optional.empty());
    found.ifPresent(this::compare);
  }

  private synchronized void compare(Map<Long, Long> now) {
    Set<Long> changed = new HashSet<>(seen.keySet());
    changed.removeAll(now.keySet());
    now.forEach((account, version) -> {
      if (!version.equals(seen.get(account))) {
        changed.add(account);
      }
    });
    seen.clear();
    seen.putAll(now);
    neighbours.changed(changed);
  }
}
