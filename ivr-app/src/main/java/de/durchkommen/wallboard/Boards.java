package de.durchkommen.wallboard;

import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import de.durchkommen.queue.QueueKind;
import de.durchkommen.queue.RoomGlance;
import de.durchkommen.wallboard.Board.Agent;
import de.durchkommen.wallboard.Board.Bookings;
import de.durchkommen.wallboard.Board.Room;
import de.durchkommen.wallboard.Board.ServiceLevel;
import de.durchkommen.wallboard.Board.Today;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.health.HealthCheck;
import org.jspecify.annotations.Nullable;

/**
 * Makes boards. What changes by the second is looked at each time, the rest when it is told to;
 * what cannot be found out stays as it was known last. Any thread may ask for the last board.
 */
final class Boards {
  private final Function<QueueKind, Optional<RoomGlance>> rooms;
  private final Database database;
  private final Clock clock;
  private final Duration inTime;
  private final Iterable<HealthCheck> checks;
  private final StockRound stock;
  private volatile @Nullable Board last;
  private volatile List<Agent> agents = List.of();
  private volatile Set<String> failing = Set.of();
  private volatile @Nullable Day day;

  /** What has been today, by the number of the queue, and what was booked in the last hour. */
  private record Day(Map<Integer, Counts> counts, int lastHour) {}

  /**
   * What boards are made of.
   *
   * @param rooms how the queues stand
   * @param stock counts what is left
   * @param inTime who is put through after that much or less is so in time
   * @param checks what has to work
   */
  Boards(
      Function<QueueKind, Optional<RoomGlance>> rooms,
      Database database,
      StockRound stock,
      Clock clock,
      Duration inTime,
      Iterable<HealthCheck> checks) {
    this.rooms = rooms;
    this.database = database;
    this.clock = clock;
    this.inTime = inTime;
    this.checks = checks;
    this.stock = stock;
  }

  /** The last one; the first is made for whoever asks first. */
  Board latest() {
    Board known = last;
    return known == null ? made() : known;
  }

  /** Makes one; the same as before when it shows nothing else. */
  synchronized Board made() {
    agents = asked(AgentQuery::all).orElse(agents);
    Instant now = WallboardLimits.now(clock);
    Optional<RoomGlance> selfService = rooms.apply(QueueKind.SELF_SERVICE);
    Optional<RoomGlance> people = rooms.apply(QueueKind.PEOPLE);
    List<String> faults = new ArrayList<>(failing);
    faults.addAll(Faults.seen(selfService, people, now));
    Board board =
        new Board(
            now,
            room(selfService, QueueKind.SELF_SERVICE),
            room(people, QueueKind.PEOPLE),
            agents,
            bookings(),
            stock.counted(),
            faults,
            new ServiceLevel(inTime.toSeconds(), WallboardLimits.GOAL_PERCENT));
    last = board;
    return board;
  }

  private Room room(Optional<RoomGlance> room, QueueKind kind) {
    Day known = day;
    @Nullable Today today =
        known == null ? null : Today.of(known.counts().getOrDefault(kind.number(), Counts.NONE));
    return room.map(now -> Room.of(now, today)).orElseGet(() -> Room.unknown(today));
  }

  private Bookings bookings() {
    Day known = day;
    return known == null
        ? new Bookings(0, 0)
        : new Bookings(known.lastHour(), booked(known.counts()));
  }

  private static int booked(Map<Integer, Counts> counts) {
    return counts.values().stream().mapToInt(Counts::booked).sum();
  }

  /** Counts what has been today. */
  void countDay() {
    Instant now = WallboardLimits.now(clock);
    Instant midnight = WallboardLimits.midnight(now);
    Instant hour = now.minus(Duration.ofHours(1));
    asked(
            sql -> {
              Chronicle chronicle = new Chronicle(sql, inTime, now);
              return new Day(chronicle.since(midnight), booked(chronicle.since(hour)));
            })
        .ifPresent(counted -> day = counted);
  }

  /** Asks the health checks; may take seconds. */
  void look() {
    failing = Faults.of(checks);
  }

  /** Counts one centre's stock. */
  void countStock() {
    stock.step();
  }

  private <T> Optional<T> asked(Function<Sql, T> work) {
    return database.answer(
        entities -> Optional.of(work.apply(new Sql(entities))), why -> Optional.empty());
  }
}
