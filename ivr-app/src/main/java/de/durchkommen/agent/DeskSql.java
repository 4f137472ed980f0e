package de.durchkommen.agent;

import de.durchkommen.api.Problem;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/** Transactions of the desks: each answers in time, or is a {@link Problem}. */
@Dependent
class DeskSql {
  private final TalkWrites writes;
  private final Clock clock;

  @Inject
  DeskSql(@ForWeb Database database, Clock clock, Neighbours neighbours) {
    this.writes = new TalkWrites(database, clock, neighbours);
    this.clock = clock;
  }

  /**
   * Does this in one transaction.
   *
   * @param work may run more than once; a {@link Problem} that it throws undoes it
   */
  <T> T ask(Function<TalkBook, T> work) {
    try {
      return writes
          .done(
              work,
              why -> {
                throw Problem.unknown(why);
              })
          .orElseThrow();
    } catch (IllegalStateException failed) {
      throw refusal(failed);
    }
  }

  /** What was refused within the transaction, which is undone by that. */
  private static RuntimeException refusal(IllegalStateException failed) {
    return failed.getCause() instanceof Problem refused ? refused : failed;
  }

  Instant now() {
    return AgentLimits.now(clock);
  }
}
