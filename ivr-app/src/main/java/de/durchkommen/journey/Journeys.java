package de.durchkommen.journey;

import de.durchkommen.database.Database;
import de.durchkommen.database.Migrated;
import de.durchkommen.database.Sql;
import de.durchkommen.journey.JourneyRows.Row;
import de.durchkommen.settings.Rounds;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;

/** Journeys that have ended, on their way to the database. */
@ApplicationScoped
public class Journeys implements Consumer<Journey.Past> {
  /** Setting: for how many days a journey is kept, 1 to 90. */
  static final String KEEP = "durchkommen.calls.keep-days";

  /** After the line has closed and its calls have ended. */
  private static final int LATE = 4_000;

  private static final Logger LOG = System.getLogger(Journeys.class.getName());

  private final Database database;
  private final Clock clock;
  private final Rounds rounds;
  private final Pseudonyms pseudonyms;
  private final int keepDays;
  private final Deque<Row> ended = new ArrayDeque<>();
  private final ReentrantLock writes = new ReentrantLock();
  private List<Row> writing = List.of();
  private long dropped;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  Journeys() {
    database = null;
    clock = null;
    rounds = null;
    pseudonyms = null;
    keepDays = 0;
  }

  @Inject
  Journeys(Database database, Clock clock, ScheduledExecutorService schedule, Config config) {
    this(
        database,
        clock,
        schedule,
        new Pseudonyms(config.getOptionalValue(Pseudonyms.KEY, String.class)),
        keepDays(config.getOptionalValue(KEEP, Integer.class)));
  }

  Journeys(
      Database database,
      Clock clock,
      ScheduledExecutorService schedule,
      Pseudonyms pseudonyms,
      int keepDays) {
    this.database = database;
    this.clock = clock;
    this.rounds = new Rounds(schedule, LOG, "The history of calls failed");
    this.pseudonyms = pseudonyms;
    this.keepDays = keepDays;
  }

  private static int keepDays(Optional<Integer> set) {
    int days = set.orElse(JourneyLimits.KEEP_DAYS);
    if (days < 1 || days > JourneyLimits.MOST_DAYS) {
      throw new IllegalArgumentException(KEEP + " has to be from 1 to " + JourneyLimits.MOST_DAYS);
    }
    return days;
  }

  void begin(@Observes Migrated migrated) {
    if (rounds.begin()) {
      rounds.every(JourneyLimits.TICK, this::write);
      rounds.every(JourneyLimits.CLEANING, this::clean);
    }
  }

  /** Writes the last ones, if the database answers. */
  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) @Priority(LATE) Object application) {
    rounds.guarded(this::write);
  }

  /** Takes one that has ended. Costs the caller's thread a hash. */
  @Override
  public void accept(Journey.Past past) {
    if (!past.isTold()) {
      return;
    }
    Row row = new Row(past, past.number().flatMap(pseudonyms::of));
    synchronized (ended) {
      if (ended.size() == JourneyLimits.MOST_WAITING) {
        ended.removeFirst();
        dropped++;
      }
      ended.addLast(row);
    }
  }

  /** How many wait to be written. */
  int waiting() {
    synchronized (ended) {
      return ended.size() + writing.size();
    }
  }

  /** Writes all that have ended; stops at the first that cannot be written now. */
  void write() {
    writes.lock();
    try {
      boolean again = !writing.isEmpty();
      while (again || taken()) {
        if (!written(writing, again)) {
          return;
        }
        done();
        again = false;
      }
    } finally {
      writes.unlock();
    }
  }

  /** Whether it is known that they are there; what the database refuses does not stop the rest. */
  private boolean written(List<Row> rows, boolean again) {
    try {
      return database.insisted(
          entities -> {
            new JourneyRows(new Sql(entities)).add(rows, again);
            return true;
          },
          why -> false);
    } catch (RuntimeException refused) {
      if (rows.size() > 1) {
        return rows.stream().allMatch(row -> written(List.of(row), true));
      }
      LOG.log(Level.ERROR, "The history of a call: {0}", refused.getClass().getName());
      return true;
    }
  }

  private boolean taken() {
    synchronized (ended) {
      List<Row> some = new ArrayList<>();
      while (some.size() < JourneyLimits.AT_ONCE && !ended.isEmpty()) {
        some.add(ended.removeFirst());
      }
      writing = List.copyOf(some);
      return !writing.isEmpty();
    }
  }

  private void done() {
    long lost;
    synchronized (ended) {
      writing = List.of();
      lost = dropped;
      dropped = 0;
    }
    if (lost > 0) {
      LOG.log(Level.WARNING, "The history of {0} calls was dropped", String.valueOf(lost));
    }
  }

  /** Forgets what is old. */
  void clean() {
    var now = clock.instant();
    var counts = now.atZone(JourneyLimits.HESSEN).toLocalDate().minusDays(JourneyLimits.LOSS_DAYS);
    int gone = JourneyLimits.DELETED_AT_ONCE;
    while (gone >= JourneyLimits.DELETED_AT_ONCE) {
      gone =
          database.answer(
              entities ->
                  new JourneyRows(new Sql(entities))
                      .forget(now.minus(Duration.ofDays(keepDays)), counts),
              why -> 0);
    }
  }

  Pseudonyms pseudonyms() {
    return pseudonyms;
  }
}
