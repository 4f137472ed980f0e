package de.durchkommen.agent;

import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Transactions on talks and seats: when one has been committed, the desks that show something else
 * are told.
 */
final class TalkWrites {
  private final Database database;
  private final Clock clock;
  private final Neighbours neighbours;

  TalkWrites(Database database, Clock clock, Neighbours neighbours) {
    this.database = database;
    this.clock = clock;
    this.neighbours = neighbours;
  }

  private record Done<T>(T value, Set<Long> changed) {}

  /**
   * Does this in one transaction.
   *
   * @param work may run more than once
   * @param unknown is given a word for logs when the database does not answer
   * @return empty when it does not
   */
  <T> Optional<T> done(Function<TalkBook, T> work, Function<String, Optional<T>> unknown) {
    Optional<Done<T>> done =
        database.answer(
            entities -> {
              TalkBook book = new TalkBook(new Sql(entities), AgentLimits.now(clock));
              T value = work.apply(book);
              return Optional.of(new Done<>(value, book.changed()));
            },
            why -> unknown.apply(why).map(value -> new Done<>(value, Set.of())));
    return done.map(some -> {
      neighbours.changed(some.changed());
      return some.value();
    });
  }
}
