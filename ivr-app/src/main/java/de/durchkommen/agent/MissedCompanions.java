package de.durchkommen.agent;

import de.durchkommen.agent.Companions.Companion;
import de.durchkommen.agent.Exchange.Live;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds those who are on the line by the rows, and are not by the exchange. Their telephone rings a
 * moment after the row was written; so who is missing twice in a row has gone.
 */
final class MissedCompanions {
  private Set<Companion> missing = Set.of();

  /** Those who have gone. */
  synchronized List<Companion> gone(Collection<Companion> told, Map<Long, Live> rooms) {
    Set<Companion> now = new HashSet<>();
    for (Companion companion : told) {
      if (!isThere(companion, rooms.get(companion.talk()))) {
        now.add(companion);
      }
    }
    List<Companion> gone = now.stream().filter(missing::contains).toList();
    missing = now;
    return gone;
  }

  private static boolean isThere(Companion companion, @Nullable Live room) {
    return room != null
        && switch (companion.part()) {
          case ASKED -> room.asked();
          case OBSERVER -> room.observer();
        };
  }
}
