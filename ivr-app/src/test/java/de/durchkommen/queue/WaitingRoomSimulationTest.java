package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.phone.CallingHours;
import de.durchkommen.queue.OpeningHours.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Random callers on two nodes with one database, everything failing now and then, days in seconds.
 * After each round {@link TicketLedger} looks whether a rule was broken.
 *
 * <p>Longer, as in {@code -Ddurchkommen.simulation.callers=100000}; other stories with {@code
 * -Ddurchkommen.simulation.seed=7}.
 */
class WaitingRoomSimulationTest {
  private static final int CALLERS = Integer.getInteger("durchkommen.simulation.callers", 1_500);
  private static final long SEED = Long.getLong("durchkommen.simulation.seed", 20_210_112);

  /** 8:20 in Hessen. */
  private static final Instant BEGIN = Instant.parse("2021-01-12T07:20:00Z");

  private static final Duration STEP = Duration.ofSeconds(2);

  /** When all that is left is to call those who did not pick up. */
  private static final Duration LONG_STEP = Duration.ofSeconds(5);

  private static final Duration DRAIN = Duration.ofHours(2);
  private static final Duration LOBBY = Duration.ofMinutes(3);
  private static final Duration OPEN = Duration.ofMinutes(12);
  private static final Duration EVERY = Duration.ofMinutes(20);
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final LocalTime LAST = LocalTime.of(19, 0);
  private static final int DIALOGUES = 480;
  private static final int MOST_TOLD = 5;

  /** Rounds that fail are what it is about here; kept, as loggers are collected otherwise. */
  private static final Logger LOG = Logger.getLogger(Room.class.getName());

  private final TestClock clock = new TestClock(BEGIN.minus(LOBBY));
  private final Map<LocalDate, List<Span>> days = new TreeMap<>();
  private boolean draw;
  private boolean serve;

  private QueueSettings settings(int dialogues) {
    QueueSettings usual = QueueSettings.USUAL;
    return new QueueSettings(
        dialogues,
        draw ? QueueSettings.Order.DRAW : QueueSettings.Order.ARRIVAL,
        LOBBY,
        KEPT,
        usual.soonest(),
        usual.latest(),
        true,
        serve ? QueueSettings.ClosingRule.SERVE : QueueSettings.ClosingRule.CALL_BACK,
        true,
        new OpeningHours(Map.of(), days));
  }

  @Test
  void noRuleIsBrokenWhateverFails() throws InterruptedException {
    LOG.setLevel(Level.SEVERE);
    try (TestDatabase rows = TestDatabase.fresh()) {
      SimulatedTown town = new SimulatedTown(SEED, rows, clock, settings(DIALOGUES));
      town.node("one");
      town.node("two");
      Instant opens = BEGIN;
      while (town.entered < CALLERS) {
        session(town, opens);
        opens = next(opens);
      }
      drained(town);
      String story = "seed " + SEED + ", " + town.entered + " callers";
      int told = town.ranges[0] + town.ranges[1];
      double held = (double) town.ranges[0] / Math.max(1, told);
      System.out.printf("Simulation: %s, %d ranges, %.3f held%n", story, told, held);
      List<String> violations = town.ledger.violations();
      assertThat(violations.subList(0, Math.min(MOST_TOLD, violations.size()))).as(story).isEmpty();
      assertThat(town.ledger.live()).as(story + ": tickets that never ended").isEmpty();
    }
  }

  private static Instant next(Instant opens) {
    Instant next = opens.plus(EVERY);
    boolean evening = LocalTime.ofInstant(next, OpeningHours.HESSEN).isAfter(LAST);
    return evening ? opens.plus(Duration.ofHours(13)).plus(EVERY) : next;
  }

  private void session(SimulatedTown town, Instant opens) throws InterruptedException {
    draw = town.chance(0.5);
    serve = town.chance(0.5);
    LocalDate day = LocalDate.ofInstant(opens, OpeningHours.HESSEN);
    int from = LocalTime.ofInstant(opens, OpeningHours.HESSEN).toSecondOfDay() / 60;
    days.clear();
    days.put(day, List.of(new Span(from, from + (int) OPEN.toMinutes())));
    town.settings = settings(DIALOGUES);
    // At night nobody works rounds; whoever waits for the morning is still there then.
    Instant early = opens.minus(LOBBY).minusSeconds(30);
    if (clock.instant().isBefore(early)) {
      clock.set(early);
    }
    arrivals(town, 30, 180, 1);
    arrivals(town, 210, 180, 5);
    arrivals(town, 390, 540, 1.5);
    arrivals(town, 930, 180, 0.1);
    if (town.chance(0.3)) {
      town.in(400, () -> town.settings = settings(DIALOGUES / 2));
      town.in(560, () -> town.settings = settings(DIALOGUES));
    }
    if (town.chance(0.3)) {
      int until = from + (int) OPEN.toMinutes() + 2;
      town.in(town.chance(0.5) ? 900 : 960, () -> extended(town, day, new Span(from, until)));
    }
    Instant end = opens.plus(EVERY).minus(LOBBY).minusSeconds(30);
    while (clock.instant().isBefore(end)) {
      step(town, STEP);
    }
  }

  private void extended(SimulatedTown town, LocalDate day, Span longer) {
    days.put(day, List.of(longer));
    town.settings = settings(town.settings.dialogues());
  }

  private static void arrivals(SimulatedTown town, double from, double seconds, double rate) {
    double at = from;
    while (true) {
      at -= Math.log(1 - town.random.nextDouble()) / rate;
      if (at > from + seconds) {
        return;
      }
      town.in(at, town::arrives);
    }
  }

  private void step(SimulatedTown town, Duration time) throws InterruptedException {
    clock.pass(time);
    faults(town);
    town.acts();
    for (SimulatedNode node : town.nodes) {
      Instant now = clock.instant();
      if (now.isBefore(node.until)) {
        continue;
      }
      if (!node.isAlive()) {
        town.starts(node);
      }
      node.works();
      town.ledger.check(now, town.settings, CallingHours.USUAL.isOpen(now) && isOpen(town));
    }
    town.look();
  }

  private boolean isOpen(SimulatedTown town) {
    return town.settings.hours().at(clock.instant()) instanceof OpeningHours.State.Open;
  }

  private static void faults(SimulatedTown town) {
    for (SimulatedNode node : town.nodes) {
      node.transactions.fault =
          town.chance(0.01)
              ? FaultyTransactions.Fault.AWAY
              : town.chance(0.01)
                  ? FaultyTransactions.Fault.UNHEARD
                  : FaultyTransactions.Fault.NONE;
      if (!node.isAlive() || !town.chance(0.003)) {
        continue;
      }
      double kind = town.random.nextDouble();
      double seconds = 3 + town.random.nextInt(40);
      if (kind < 0.4) {
        town.dies(node, seconds);
      } else if (kind < 0.7) {
        node.until = town.now().plusSeconds((long) seconds);
      } else {
        town.cutsAll(node);
      }
    }
  }

  /** Open until everybody was served, reached or has given up. */
  private void drained(SimulatedTown town) throws InterruptedException {
    serve = true;
    LocalDate day = LocalDate.ofInstant(clock.instant(), OpeningHours.HESSEN);
    days.put(day, List.of(Span.WHOLE_DAY));
    town.settings = settings(DIALOGUES);
    Instant limit = clock.instant().plus(DRAIN);
    while (clock.instant().isBefore(limit) && !(town.isIdle() && town.ledger.live().isEmpty())) {
      step(town, LONG_STEP);
    }
  }
}
