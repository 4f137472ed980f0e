package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Who serves those who wait for a person; asked within the transaction of a round. */
public interface Staff {
  /** Who is there. */
  Roster roster(Sql sql, Instant now);

  /** Somebody was given this ticket: in the same transaction, before anybody is told of it. */
  void assigned(Sql sql, Assignment assignment);

  /**
   * Who is there.
   *
   * @param ready longest idle first
   * @param busy how many are ringing, talking or wrapping up
   * @param signedIn all of them
   * @param spoken the languages of all who are signed in
   * @param skills what those who are signed in are able to do
   */
  record Roster(
      List<Server> ready, int busy, int signedIn, Set<String> spoken, Set<String> skills) {}

  /**
   * Somebody who is ready.
   *
   * @param id theirs, as the staff knows them
   * @param languages two small letters each
   * @param skills what they are able to do beyond what all are
   */
  record Server(long id, Set<String> languages, Set<String> skills) {}

  /**
   * Whose turn it is with whom.
   *
   * @param server of {@link Server#id}
   * @param ticket the place that it was
   * @param callId of the call that waits
   * @param language in which the caller is spoken to
   */
  record Assignment(long server, long ticket, String callId, String language, Instant at) {}
}
