package de.durchkommen.queue;

import de.durchkommen.database.Database;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.phone.CallingHours;
import de.durchkommen.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database with a waiting room, nodes that work rounds when a test says so, and a clock. As an
 * extension of a class it is empty before each test, and closed after the last.
 */
final class QueueStage implements AutoCloseable, BeforeEachCallback, AfterAllCallback {
  /** A Tuesday, 10 h in Hessen. */
  static final Instant MORNING = Instant.parse("2021-01-12T09:00:00Z");

  static final PhoneNumber PHONE = new PhoneNumber("+4956112345678");
  static final PhoneNumber OTHER = new PhoneNumber("+4966112345678");

  /** A machine that is busy with many tests is slow, and that is no outage. */
  private static final Duration PATIENT = Duration.ofMinutes(1);

  final TestClock clock = new TestClock(MORNING);
  final FakeTelephone telephone = new FakeTelephone();
  private final TestDatabase rows;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicLong seed = new AtomicLong(42);
  volatile QueueSettings settings = dialogues(2);
  volatile QueueJournal journal = QueueJournal.NONE;

  QueueStage() {
    this(TestDatabase.fresh());
  }

  QueueStage(TestDatabase rows) {
    this.rows = rows;
  }

  static QueueSettings dialogues(int dialogues) {
    return with(
        dialogues,
        QueueSettings.Order.ARRIVAL,
        QueueSettings.ClosingRule.SERVE,
        OpeningHours.ALWAYS);
  }

  static QueueSettings with(
      int dialogues,
      QueueSettings.Order order,
      QueueSettings.ClosingRule closing,
      OpeningHours hours) {
    QueueSettings usual = QueueSettings.USUAL;
    return new QueueSettings(
        dialogues,
        order,
        usual.lobby(),
        usual.kept(),
        usual.soonest(),
        usual.latest(),
        true,
        closing,
        true,
        hours);
  }

  /** The same with another pace. */
  static QueueSettings with(QueueSettings now, Duration soonest, Duration latest) {
    return new QueueSettings(
        now.dialogues(),
        now.order(),
        now.lobby(),
        now.kept(),
        soonest,
        latest,
        now.callback(),
        now.closing(),
        now.stock(),
        now.hours());
  }

  /** All tickets, nodes and draws are gone. */
  void clear() {
    for (String table : List.of("queue_lot", "queue_draw", "queue_ticket", "queue_node")) {
      rows.execute("DELETE FROM " + table);
    }
    rows.execute(
        "UPDATE queue_gate SET next_place = 1, phase = 'SHUT', worked_at = '2021-01-01',"
            + " resumed_at = '2021-01-01'");
    clock.set(MORNING);
    settings = dialogues(2);
    telephone.ringing.clear();
    telephone.possible = true;
    telephone.broken = false;
  }

  Room node(String name) {
    return node(name, rows.patient());
  }

  Room node(String name, Database database) {
    Room.Surroundings around =
        new Room.Surroundings(
            name,
            clock,
            new Random(seed.incrementAndGet()),
            sql -> settings,
            CallingHours.USUAL,
            telephone,
            journal);
    return new Room(database, around, new Inlet(PATIENT));
  }

  /** A node of those who wait for a person. */
  Room people(String name, Staff staff) {
    Room.Surroundings around =
        new Room.Surroundings(
            QueueKind.PEOPLE,
            staff,
            name,
            clock,
            new Random(seed.incrementAndGet()),
            sql -> settings.forPeople(),
            CallingHours.USUAL,
            telephone,
            journal);
    return new Room(rows.patient(), around, new Inlet(PATIENT));
  }

  /** Somebody with a withheld number. */
  Arrival nobody() {
    return new Arrival("call-" + calls.incrementAndGet(), Optional.empty(), "de", 5);
  }

  Arrival from(PhoneNumber number) {
    return new Arrival("call-" + calls.incrementAndGet(), Optional.of(number), "de", 5);
  }

  /** Works one round a node, and time passes, so that each sees what the others did. */
  void rounds(Room... nodes) {
    for (int times = 0; times < 2; times++) {
      clock.pass(QueueLimits.LINEUP_AGE);
      for (Room node : nodes) {
        if (!node.round()) {
          throw new AssertionError("The database did not answer");
        }
      }
    }
  }

  /** Time passes, with rounds as in the running application. */
  void pass(Duration time, Room... nodes) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      Duration left = Duration.between(clock.instant(), end);
      Duration step = Duration.ofSeconds(5);
      clock.pass(left.compareTo(step) < 0 ? left : step);
      for (Room node : nodes) {
        node.round();
      }
    }
    rounds(nodes);
  }

  List<String> tickets() {
    return rows.rows(
        "SELECT id, phase, reach, COALESCE(outcome, '-') FROM queue_ticket" + " ORDER BY id");
  }

  List<String> rows(String sql) {
    return rows.rows(sql);
  }

  TestDatabase database() {
    return rows;
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    clear();
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    close();
  }

  @Override
  public void close() {
    rows.close();
  }
}
