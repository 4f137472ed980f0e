package de.durchkommen.wallboard;

import de.durchkommen.api.Role;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Migrated;
import de.durchkommen.database.Sql;
import de.durchkommen.live.Audience;
import de.durchkommen.live.LiveEvents;
import de.durchkommen.queue.QueueKind;
import de.durchkommen.queue.RoomGlances;
import de.durchkommen.settings.Rounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/** The wallboard of the running application, from the migration on to the end. */
@ApplicationScoped
class RunningWallboard {
  private static final System.Logger LOG = System.getLogger(RunningWallboard.class.getName());

  private static final Audience SUPERVISORS = new Audience.All(Role.SUPERVISOR);

  private final Boards boards;
  private final BoardFeed feed;
  private final LiveEvents live;
  private final RoomGlances rooms;
  private final Database database;
  private final Clock clock;
  private final Duration inTime;
  private final Rounds rounds;
  private final Samples samples = new Samples();
  private final Pasts pasts;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  RunningWallboard() {
    boards = null;
    feed = null;
    live = null;
    rooms = null;
    database = null;
    clock = null;
    inTime = null;
    rounds = null;
    pasts = null;
  }

  @Inject
  RunningWallboard(
      @ForWeb Database database,
      @ForWeb BookingDesk desk,
      RoomGlances rooms,
      LiveEvents live,
      Clock clock,
      ScheduledExecutorService schedule,
      @Readiness Instance<HealthCheck> checks,
      @ConfigProperty(name = "durchkommen.queue.service-level", defaultValue = "PT2M")
          Duration inTime) {
    this.database = database;
    this.clock = clock;
    this.inTime = inTime;
    this.rounds = new Rounds(schedule, LOG, "The wallboard failed");
    this.rooms = rooms;
    this.live = live;
    this.boards =
        new Boards(rooms::of, database, StockRound.at(desk, clock), clock, inTime, checks);
    this.feed = new BoardFeed(boards, () -> live.changed(SUPERVISORS, BoardFeed.WALLBOARD), clock);
    this.pasts = new Pasts(database, clock);
  }

  /** As it is now; it is kept up to date for a while from now on. */
  Board board() {
    return feed.asked();
  }

  /** How it was. */
  Pasts pasts() {
    return pasts;
  }

  @SuppressWarnings("MustBeClosedChecker") // As long as the application runs.
  void begin(@Observes Migrated migrated) {
    if (rounds.begin()) {
      live.source(BoardFeed.WALLBOARD, feed::state);
      rounds.every(WallboardLimits.BOARD, feed::tick);
      whileWanted(WallboardLimits.DAY, boards::countDay);
      whileWanted(WallboardLimits.FAULTS, boards::look);
      whileWanted(WallboardLimits.STOCK, boards::countStock);
      rounds.every(WallboardLimits.SAMPLE, this::sample);
      rounds.every(WallboardLimits.WRITING, this::write);
    }
  }

  private void whileWanted(Duration pause, Runnable work) {
    // Looked at every second, so that who comes first need not wait for the pause.
    AtomicBoolean wanted = new AtomicBoolean();
    rounds.every(
        WallboardLimits.BOARD,
        () -> {
          boolean now = feed.isWanted();
          if (now && !wanted.getAndSet(true)) {
            work.run();
          }
          wanted.set(now);
        });
    rounds.every(
        pause,
        () -> {
          if (wanted.get()) {
            work.run();
          }
        });
  }

  private void sample() {
    for (QueueKind kind : QueueKind.values()) {
      rooms.of(kind).ifPresent(now -> samples.seen(kind, now));
    }
  }

  private void write() {
    Instant now = WallboardLimits.now(clock);
    boolean more =
        database.answer(
            entities -> new Chronicle(new Sql(entities), inTime, now).written(samples),
            why -> true);
    if (!more) {
      database.answer(
          entities -> {
            new Chronicle(new Sql(entities), inTime, now).tidied();
            return true;
          },
          why -> false);
    }
  }
}
