package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.NOW;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.offered;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.KillableServer;
import de.durchkommen.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application and the database server are killed at random moments, by SIGKILL, while 32
 * callers at two desks book, move and cancel. Afterwards the seats add up, nothing that somebody
 * was told is lost, and what the dead held can be had again.
 *
 * <p>{@code -Ddurchkommen.kill.rounds=50} for a long run, {@code …kill.seed=1} for the random
 * numbers of another one.
 */
class KillTest {
  private static final int ROUNDS = Integer.getInteger("durchkommen.kill.rounds", 3);
  private static final long SEED = Long.getLong("durchkommen.kill.seed", new Random().nextLong());

  /** More than all people, and all that the dead can hold, need together. */
  private static final int PAIRS = 400;

  private static final int PEOPLE = BusyProgram.CALLERS * BusyProgram.PEOPLE_EACH;

  /** From one round to the next, by the clock of the desks: what the dead held has run out. */
  private static final Duration NEXT_ROUND = Duration.ofMinutes(20);

  @TempDir private static Path folder;

  private static KillableServer server;
  private static Stage stage;
  private static Ledger ledger;
  private static Instant start = NOW;

  private final Random random = new Random(SEED);

  @BeforeAll
  static void begin() throws Exception {
    server = KillableServer.shared();
    stage = new Stage(TestDatabase.migrated(server.freshSchema("killed")));
    stage.clear();
    stage.rows.execute(
        """
        INSERT INTO person (id, code, birth_date, name, postcode)
        SELECT seq, 1000000000 + seq, '1930-01-01', 'x', '34117' FROM seq_1_to_%d
        """
            .formatted(PEOPLE));
    seats(1, "2027-06-01 08:00");
    seats(2, "2027-07-01 08:00");
    ledger = new Ledger(stage.rows);
    System.out.println("KillTest: seed " + SEED + ", rounds " + ROUNDS);
  }

  /** Eight at each quarter of an hour of ten days: any first dose goes with any second one. */
  private static void seats(int dose, String from) {
    stage.rows.execute(
        """
        INSERT INTO seat (centre_id, vaccine_id, starts_at, dose, lane)
        SELECT 'kassel', 'comirnaty', TIMESTAMP('%s') + INTERVAL seq MOD 10 DAY
          + INTERVAL seq DIV 10 MOD 5 * 15 MINUTE, %d, 1 + seq DIV 50 FROM seq_0_to_%d
        """
            .formatted(from, dose, PAIRS - 1));
  }

  @AfterAll
  static void end() {
    stage.close();
  }

  private static BusyChild busy(long seed) throws Exception {
    start = start.plus(NEXT_ROUND);
    BusyChild child = new BusyChild(folder, server.address("killed"), start, seed);
    child.awaitTold(2 * PEOPLE);
    return child;
  }

  private void sleep(int mostMillis) throws InterruptedException {
    Thread.sleep(random.nextInt(mostMillis));
  }

  @Test
  void theProgramIsKilled() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      try (BusyChild child = busy(random.nextLong())) {
        sleep(1_000);
        child.kill();
        audit("program", round, child);
      }
    }
  }

  @Test
  void theServerIsKilledAndTheProgramLivesOn() throws Exception {
    try (BusyChild child = busy(random.nextLong())) {
      for (int round = 1; round <= ROUNDS; round++) {
        int unknown = child.story().count("unknown");
        sleep(1_000);
        server.kill();
        sleep(500);
        server.start();
        child.awaitTold(PEOPLE);
        child.pause();
        audit("server", round, child);
        assertThat(child.story().asked()).as("asked and never answered").isEmpty();
        assertThat(child.story().count("unknown")).as("heard that").isGreaterThan(unknown);
        child.goOn();
      }
    }
  }

  @Test
  void bothAreKilled() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      try (BusyChild child = busy(random.nextLong())) {
        sleep(1_000);
        if (random.nextBoolean()) {
          child.kill();
          server.kill();
        } else {
          server.kill();
          sleep(200);
          child.kill();
        }
        server.start();
        audit("both", round, child);
      }
    }
  }

  private static void audit(String killed, int round, BusyChild child) {
    String where = "%s killed, round %d, seed %d: ".formatted(killed, round, SEED);
    Instant now = child.now();
    ToldLines.Story story = child.story();
    assertThat(ledger.wrong(now)).as(where + "ledger").isEmpty();
    assertThat(damages()).as(where + "tables and their indexes").isEmpty();
    assertThat(story.wrong()).as(where + "told").isEmpty();
    Map<Long, Stored> stored = stored();
    long done =
        story.asked().entrySet().stream()
            .filter(asked -> hold(stored, asked.getKey()) == asked.getValue())
            .count();
    for (long person = 1; person <= PEOPLE; person++) {
      assertKept(where, person, story, stored);
    }
    System.out.printf(
        "KillTest: %s killed, round %d: told %d, unknown %d, asked without an answer %d of which"
            + " done %d; %s%n",
        killed,
        round,
        story.count("told"),
        story.count("unknown"),
        story.asked().size(),
        done,
        ledger.counts(now));
    assertHoldsRunOut(where, child.now());
  }

  /**
   * An index that tells otherwise than its table would refuse for ever what the rows allow: a pair
   * that cannot be cancelled.
   */
  private static List<String> damages() {
    return stage.rows.rows("CHECK TABLE appointment_pair, seat").stream()
        .filter(row -> !row.endsWith("status OK"))
        .toList();
  }

  private record Stored(String pair, long hold) {}

  private static Map<Long, Stored> stored() {
    Map<Long, Stored> found = new HashMap<>();
    for (String row :
        stage.rows.rows(
            """
            SELECT person_id, hold, CONCAT_WS('/', confirmation, centre_id,
              DATE_FORMAT(first_at, '%Y-%m-%dT%H:%i'), DATE_FORMAT(second_at, '%Y-%m-%dT%H:%i'))
            FROM appointment_pair
            """)) {
      List<String> words = List.of(row.split(" "));
      found.put(Long.valueOf(words.get(0)), new Stored(words.get(2), Long.parseLong(words.get(1))));
    }
    return found;
  }

  private static long hold(Map<Long, Stored> stored, long person) {
    return stored.containsKey(person) ? stored.get(person).hold() : 0;
  }

  /** What a person was told of last is so; or what was asked for then, and nothing else. */
  private static void assertKept(
      String where, long person, ToldLines.Story story, Map<Long, Stored> stored) {
    String told = story.told().getOrDefault(person, "nothing");
    String now = stored.containsKey(person) ? stored.get(person).pair() : ToldLines.NONE;
    boolean asked =
        story.asked().containsKey(person) && story.asked().get(person) == hold(stored, person);
    assertThat(now.equals(told) || asked)
        .as(
            where + "person %d was told %s, asked for %s and has %s",
            person,
            told,
            story.asked().get(person),
            stored.get(person))
        .isTrue();
  }

  /** Nobody renews what the dead held: everything that is not booked can be had soon. */
  private static void assertHoldsRunOut(String where, Instant killed) {
    long pairs = PAIRS - ledger.booked() / 2;
    SeatDesk desk = stage.desk(Holds.LEFT_TO_RUN_OUT);
    stage.clock.set(killed.plus(Limits.HOLD));
    assertThat(desk.stock(anywhere()))
        .as(where + "stock")
        .isEqualTo(new Stock.Available((int) pairs, Limits.now(stage.clock)));
    Offer offer = offered(desk, anywhere());
    assertThat(ledger.held(stage.clock.instant())).as(where + "held").isEqualTo(2);
    desk.release(offer.hold());
    stage.clock.pass(Limits.REAPED_AFTER.plusSeconds(1));
    stage.holds().reap();
    assertThat(stage.rows.rows("SELECT id FROM seat WHERE held_by IS NOT NULL"))
        .as(where + "reaped")
        .isEmpty();
  }
}
