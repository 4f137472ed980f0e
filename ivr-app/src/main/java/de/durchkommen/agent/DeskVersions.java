package de.durchkommen.agent;

import de.durchkommen.database.Sql;
import java.util.Collection;
import java.util.List;

/** For what else desks show of talks. */
public final class DeskVersions {
  private static final String CHANGED =
      "UPDATE agent_seat SET version = version + 1 WHERE talk IN ";

  private DeskVersions() {}

  /** Whoever is in one of these talks is shown something else from the commit on. */
  public static void changed(Sql sql, Collection<Long> talks) {
    if (!talks.isEmpty()) {
      sql.update(CHANGED + "(" + Sql.marks(talks.size()) + ")", List.copyOf(talks));
    }
  }
}
