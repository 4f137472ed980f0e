package de.durchkommen.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.RestStage;
import de.durchkommen.api.Role;
import de.durchkommen.booking.Centre;
import de.durchkommen.booking.Stock;
import de.durchkommen.database.TestClock;
import de.durchkommen.queue.QueueKind;
import de.durchkommen.queue.QueueResource;
import de.durchkommen.queue.RoomGlance;
import de.durchkommen.wallboard.Board.CentreStock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One board for all, and only for supervisors. */
class BoardFeedTest {
  private static final PastRows PAST = new PastRows();
  private static final Instant NINE = Instant.parse("2026-12-01T08:00:00Z");
  private static final ApiClient ERIKA = new ApiClient("@erika", Role.AGENT);
  private static final ApiClient MAX = new ApiClient("@max", Role.SUPERVISOR);
  private static final ApiClient PORTAL = new ApiClient("portal", Role.BOOKING);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TestClock clock = new TestClock(NINE);
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger told = new AtomicInteger();
  private final List<HealthCheck> checks = new ArrayList<>();
  private int waiting = 1_000;
  private Stock stock = new Stock.Available(12, NINE.plusSeconds(7));
  private final Boards boards =
      new Boards(
          this::room,
          PAST.rows.patient(),
          new StockRound(
              () -> List.of(new Centre("kassel", "Kassel"), new Centre("fulda", "Fulda")),
              centre -> stock,
              clock),
          clock,
          PastRows.IN_TIME,
          checks);
  private final BoardFeed feed = new BoardFeed(boards, told::incrementAndGet, clock);

  private Optional<RoomGlance> room(QueueKind kind) {
    made.incrementAndGet();
    boolean people = kind == QueueKind.PEOPLE;
    return Optional.of(
        new RoomGlance(
            clock.instant(),
            "OPEN",
            null,
            Map.of("de", people ? 0 : waiting),
            NINE.minusSeconds(90),
            3,
            people ? 2 : 5,
            5,
            1,
            4,
            1,
            new QueueResource.Range(10, 20L)));
  }

  private int boardsMade() {
    return made.get() / QueueKind.values().length;
  }

  @BeforeEach
  void clear() {
    PAST.clear();
  }

  @AfterAll
  static void close() {
    PAST.close();
  }

  @Test
  void oneIsMadeASecondHoweverManyLook() {
    for (int second = 0; second < 5; second++) {
      for (int browser = 0; browser < 20; browser++) {
        assertThat(feed.state(MAX)).isNotNull();
      }
      feed.tick();
      clock.pass(SECOND);
    }
    assertThat(boardsMade()).as("the first one, and one a tick").isEqualTo(6);
  }

  @Test
  void nothingIsMadeForWhomItIsNot() {
    assertThat(feed.state(ERIKA)).isNull();
    feed.tick();
    assertThat(boardsMade()).isZero();
    assertThat(feed.state(MAX)).isNotNull();
    clock.pass(WallboardLimits.UNWANTED);
    feed.tick();
    assertThat(boardsMade()).as("nobody listens any more").isEqualTo(1);
  }

  @Test
  void onlyWhatIsDifferentIsTold() {
    feed.state(MAX);
    feed.tick();
    assertThat(told).hasValue(1);
    for (int i = 0; i < 9; i++) {
      clock.pass(SECOND);
      feed.tick();
    }
    assertThat(told).as("the same").hasValue(1);
    waiting--;
    feed.tick();
    assertThat(told).hasValue(2);
    clock.pass(WallboardLimits.TOLD_AGAIN);
    feed.tick();
    assertThat(told).as("a sign of life").hasValue(3);
  }

  @Test
  void theDayIsCounted() {
    boards.countDay();
    assertThat(boards.made().selfService().today()).isEqualTo(new Board.Today(0, 0, 0, 0, 0));
    PAST.span(NINE.minus(Duration.ofHours(2)), 1, 15, 40, 9);
    PAST.span(NINE.minus(Duration.ofMinutes(30)), 0, 15, 0, 2);
    PAST.span(NINE.minus(Duration.ofHours(20)), 1, 15, 1, 1);
    boards.countDay();
    Board board = boards.made();
    assertThat(board.selfService().today()).isEqualTo(new Board.Today(40, 0, 0, 0, 0));
    assertThat(board.bookings()).isEqualTo(new Board.Bookings(2, 11));
    assertThat(board.selfService().callbacks()).isEqualTo(5);
  }

  @Test
  void stockIsCountedCentreByCentreAndKeptWithItsTime() {
    boards.countStock();
    assertThat(boards.made().stock())
        .containsExactly(new CentreStock("fulda", "Fulda", "AVAILABLE", 12, NINE));
    stock = new Stock.Unknown("away");
    boards.countStock();
    boards.countStock();
    assertThat(boards.made().stock()).hasSize(1);
    stock = new Stock.SoldOut(NINE.plusSeconds(61));
    boards.countStock();
    assertThat(boards.made().stock())
        .contains(new CentreStock("kassel", "Kassel", "SOLD_OUT", 0, NINE.plusSeconds(60)));
  }

  @Test
  void faultsAreThoseOfReadinessAndOfTheQueues() {
    checks.add(() -> said("database", HealthCheckResponse.Status.DOWN, Map.of()));
    checks.add(() -> said("agi-port", HealthCheckResponse.Status.UP, Map.of("callsOut", false)));
    boards.look();
    assertThat(boards.made().faults()).containsExactly("calls-out", "database");
    checks.clear();
    checks.add(() -> said("agi-port", HealthCheckResponse.Status.UP, Map.of("callsOut", true)));
    boards.look();
    assertThat(boards.made().faults()).isEmpty();
    assertThat(Faults.seen(Optional.empty(), Optional.empty(), NINE)).contains("figures-old");
  }

  private static HealthCheckResponse said(
      String name, HealthCheckResponse.Status status, Map<String, Object> more) {
    return new HealthCheckResponse(name, status, Optional.of(more));
  }

  @Test
  void whoIsSignedInIsShownByName() {
    PAST.rows.execute("DELETE FROM agent_seat");
    PAST.rows.execute(
        "INSERT INTO agent_seat (account, phone, state, since, ready_since, signed_in_at, version)"
            + " VALUES (1, 'a', 'READY', '2026-12-01 07:00', '2026-12-01 07:00', '2026-12-01', 1)");
    assertThat(boards.made().agents())
        .containsExactly(
            new Board.Agent(
                "anna",
                "Frau Anna",
                "a",
                "READY",
                Instant.parse("2026-12-01T07:00:00Z"),
                null,
                null,
                null,
                null));
    PAST.rows.execute("DELETE FROM agent_seat");
  }

  @Test
  void overRestItIsForSupervisors() {
    Pasts pasts = new Pasts(PAST.rows.patient(), clock);
    RestStage rest =
        new RestStage(PAST.rows.patient(), clock, new WallboardResource(feed::asked, () -> pasts));
    for (String path : List.of("", "/history?span=day")) {
      assertThat(rest.get(ERIKA, "/api/v1/wallboard" + path).status()).isEqualTo(403);
      assertThat(rest.get(PORTAL, "/api/v1/wallboard" + path).status()).isEqualTo(403);
      assertThat(rest.get(null, "/api/v1/wallboard" + path).status()).isEqualTo(401);
      RestStage.Answer answer = rest.get(MAX, "/api/v1/wallboard" + path);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
    assertThat(rest.get(MAX, "/api/v1/wallboard/history?span=year").problem()).isEqualTo("invalid");
    assertThat(rest.get(MAX, "/api/v1/wallboard").body())
        .contains("\"waiting\":1000", "\"goalPercent\":80", "\"untilMinutes\":20");
  }
}
