package de.durchkommen.node;

import de.durchkommen.database.Database;
import de.durchkommen.database.Migrated;
import de.durchkommen.database.Sql;
import de.durchkommen.settings.NodeName;
import de.durchkommen.settings.Rounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.config.Config;

/**
 * Whether this node takes calls, as an operator has said: {@code ./durchkommen drain NODE}. A node
 * that has just started takes them.
 */
@ApplicationScoped
public class Drain {
  /** So often it is told how many calls there are, and asked whether to take more. */
  static final Duration ROUND = Duration.ofSeconds(1);

  /** A node that was not seen for so long is forgotten. */
  static final Duration FORGOTTEN = Duration.ofDays(7);

  private static final String BEGUN =
      "INSERT INTO app_node (name, calls, seen_at) VALUES (?, ?, ?)"
          + " ON DUPLICATE KEY UPDATE calls = VALUES(calls), seen_at = VALUES(seen_at),"
          + " drained_at = NULL";
  private static final String SEEN = "UPDATE app_node SET calls = ?, seen_at = ? WHERE name = ?";
  private static final String DRAINED =
      "SELECT drained_at IS NOT NULL FROM app_node WHERE name = ?";
  private static final String OLD = "DELETE FROM app_node WHERE seen_at < ?";

  private static final Logger LOG = System.getLogger(Drain.class.getName());

  private final Database database;
  private final Clock clock;
  private final Rounds rounds;
  private final String name;
  private volatile IntSupplier calls = () -> 0;
  private volatile boolean known;
  private volatile boolean drained;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  Drain() {
    database = null;
    clock = null;
    rounds = null;
    name = null;
  }

  @Inject
  Drain(Database database, Clock clock, ScheduledExecutorService schedule, Config config) {
    this(database, clock, schedule, NodeName.of(config));
  }

  Drain(Database database, Clock clock, ScheduledExecutorService schedule, String name) {
    this.database = database;
    this.clock = clock;
    this.rounds = new Rounds(schedule, LOG, "This node does not know whether it is drained");
    this.name = name;
  }

  /** Who knows how many calls this node has. */
  public void counts(IntSupplier running) {
    calls = running;
  }

  /** Whether no call is to be taken. */
  public boolean isDrained() {
    return drained;
  }

  void begin(@Observes Migrated migrated) {
    if (rounds.begin()) {
      rounds.fromNowOn(ROUND, this::round);
    }
  }

  /** Tells, and asks. When nobody answers, all stays as it is. */
  void round() {
    boolean first = !known;
    Answer answer =
        database.answer(
            entities -> new Answer(true, asked(new Sql(entities), first)),
            why -> new Answer(false, drained));
    known = known || answer.known();
    if (answer.drained() != drained) {
      drained = answer.drained();
      LOG.log(Level.INFO, drained ? "No more calls are taken" : "Calls are taken again");
    }
  }

  private record Answer(boolean known, boolean drained) {}

  private boolean asked(Sql sql, boolean first) {
    var now = clock.instant();
    if (first) {
      sql.update(OLD, List.of(now.minus(FORGOTTEN)));
      sql.update(BEGUN, List.of(name, calls.getAsInt(), now));
    } else {
      sql.update(SEEN, List.of(calls.getAsInt(), now, name));
    }
    return sql.first(DRAINED, row -> row.getBoolean(1), List.of(name)).orElse(false);
  }
}
