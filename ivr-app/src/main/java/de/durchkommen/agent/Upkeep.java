package de.durchkommen.agent;

import de.durchkommen.database.Database;
import de.durchkommen.database.Migrated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.Config;

/** What becomes of seats and talks by the passing of time; on all nodes, each change once. */
@ApplicationScoped
class Upkeep {
  private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());

  private static final String OLD_HANDOVERS = "DELETE FROM handover WHERE written_at < ? LIMIT ?";

  /** Figures stay, and nothing of people. */
  private static final String OLD_TALKS =
      "UPDATE talk SET person = NULL, identified_how = NULL, note = '', hold = NULL"
          + " WHERE assigned_at < ? AND ended_at IS NOT NULL"
          + " AND (person IS NOT NULL OR identified_how IS NOT NULL OR note <> '') LIMIT ?";

  private final TalkWrites writes;
  private final RunningTalks talks;
  private final StoredHandovers handovers;
  private final DeskWatch watch;
  private final Clock clock;
  private final ScheduledExecutorService schedule;
  private final Duration wrapUp;
  private final AtomicBoolean begun = new AtomicBoolean();

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  Upkeep() {
    writes = null;
    talks = null;
    handovers = null;
    watch = null;
    clock = null;
    schedule = null;
    wrapUp = null;
  }

  @Inject
  Upkeep(
      Database database,
      Clock clock,
      Neighbours neighbours,
      RunningTalks talks,
      StoredHandovers handovers,
      ScheduledExecutorService schedule,
      Config config) {
    this.writes = new TalkWrites(database, clock, neighbours);
    this.talks = talks;
    this.handovers = handovers;
    this.watch = new DeskWatch(database, neighbours);
    this.clock = clock;
    this.schedule = schedule;
    this.wrapUp = WrapUp.of(config);
  }

  void begin(@Observes Migrated migrated) {
    if (begun.compareAndSet(false, true)) {
      every(AgentLimits.TICK, this::tick);
      every(AgentLimits.WATCH, watch::look);
      every(AgentLimits.COMPARED, () -> talks.comparison().wanted());
      every(AgentLimits.CLEANING, this::clean);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // They end with the application.
  private void every(Duration time, Runnable work) {
    long millis = time.toMillis();
    schedule.scheduleWithFixedDelay(() -> guarded(work), millis, millis, TimeUnit.MILLISECONDS);
  }

  /** What fails once is tried again the next time. */
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "Upkeep of the agents failed: {0}", bug.getClass().getName());
    }
  }

  /** Time limits; and what waits for the database or the exchange. */
  void tick() {
    handovers.writeWaiting();
    talks.comparison().ifWanted();
    writes.done(
        book -> {
          due(book);
          return true;
        },
        why -> Optional.empty());
  }

  private void due(TalkBook book) {
    Instant now = AgentLimits.now(clock);
    for (Seat seat : book.seats().in(SeatState.WRAPPING, now.minus(wrapUp))) {
      book.seats().moveIfAbout(seat.talkNumber(), seat.account(), new SeatEvent.Wrapped());
    }
    Instant unknown =
        now.minus(AgentLimits.RING).minus(AgentLimits.RING_SLACK).minus(AgentLimits.RING_UNKNOWN);
    for (Seat seat : book.seats().in(SeatState.RINGING, unknown)) {
      book.talks().of(seat.talkNumber()).ifPresent(book::ringPassed);
    }
    Instant away = now.minus(AgentLimits.LONGEST_AWAY);
    for (SeatState state : List.of(SeatState.SIGNED_IN, SeatState.PAUSED)) {
      for (Seat seat : book.seats().in(state, away)) {
        book.seats().written(seat, new Seats.Move.Gone());
      }
    }
  }

  /** Forgets what is old. */
  void clean() {
    Instant before = AgentLimits.now(clock).minus(AgentLimits.MEMORY);
    List<Object> values = List.of(before, AgentLimits.CLEANED_AT_ONCE);
    writes.done(
        book -> book.sql().update(OLD_HANDOVERS, values) + book.sql().update(OLD_TALKS, values),
        why -> Optional.empty());
  }
}
