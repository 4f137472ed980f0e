package de.durchkommen.agent;

import de.durchkommen.database.Database;
import de.durchkommen.database.Migrated;
import de.durchkommen.settings.Rounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
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
  private final Rounds rounds;
  private final Duration wrapUp;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  Upkeep() {
    writes = null;
    talks = null;
    handovers = null;
    watch = null;
    clock = null;
    rounds = null;
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
    this.rounds = new Rounds(schedule, LOG, "Upkeep of the agents failed");
    this.wrapUp = WrapUp.of(config);
  }

  void begin(@Observes Migrated migrated) {
    if (rounds.begin()) {
      rounds.every(AgentLimits.TICK, this::tick);
      rounds.every(AgentLimits.WATCH, watch::look);
      rounds.every(AgentLimits.COMPARED, () -> talks.comparison().wanted());
      rounds.every(AgentLimits.CLEANING, this::clean);
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
