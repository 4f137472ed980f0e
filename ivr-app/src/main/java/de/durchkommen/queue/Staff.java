package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Who serves those who wait for a person; asked within the transaction of a round. */
public interface Staff {
  /** Nobody. */
  Staff NOBODY =
      new Staff() {
        @Override
        public Roster roster(Sql sql, Instant now) {
          return new Roster(List.of(), 0, 0, Set.of(), Set.of());
        }

        @Override
        public void assigned(Sql sql, Assignment assignment) {
          throw new IllegalStateException("Nobody is there");
        }
      };

  /** Who is there at this time. */
  Roster roster(Sql sql, Instant now);

  /** From now on the telephone of this one rings for that caller. */
  void assigned(Sql sql, Assignment assignment);

  /**
   * Who is there.
   *
   * @param ready who can take a caller now, the one who has been idle longest first
   * @param busy how many ring, talk or wrap up
   * @param signedIn how many are signed in, whatever they do
   * @param spoken languages (ISO 639-1) that anybody who is signed in speaks
   * @param skills that anybody who is signed in has
   */
  record Roster(
      List<Server> ready, int busy, int signedIn, Set<String> spoken, Set<String> skills) {
    /** Keeps copies. */
    public Roster {
      ready = List.copyOf(ready);
      spoken = Set.copyOf(spoken);
      skills = Set.copyOf(skills);
    }
  }

  /**
   * One who is ready.
   *
   * @param languages that they speak (ISO 639-1)
   */
  record Server(long id, Set<String> languages, Set<String> skills) {
    /** Keeps copies. */
    public Server {
      languages = Set.copyOf(languages);
      skills = Set.copyOf(skills);
    }
  }

  /**
   * Who serves whom.
   *
   * @param server the {@link Server#id}
   * @param ticket the caller's place
   * @param callId the caller's call
   * @param language in which the caller is spoken to (ISO 639-1)
   * @param at when
   */
  record Assignment(long server, long ticket, String callId, String language, Instant at) {}
}
