package de.durchkommen.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.RestStage;
import de.durchkommen.api.RestStage.Answer;
import de.durchkommen.api.Role;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.Holds;
import de.durchkommen.booking.SeatDesk;
import de.durchkommen.database.Database;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.identity.InvitationCode;
import de.durchkommen.identity.InvitationDesks;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Booking as another program does it, on a real database. */
class PortalTest {
  private static final TestDatabase ROWS = TestDatabase.fresh();
  private static final Instant NOON = Instant.parse("2026-12-01T11:00:00Z");
  private static final ApiClient PORTAL = new ApiClient("portal", Role.BOOKING);
  private static final ApiClient AGENT = new ApiClient("desk-7", Role.AGENT);
  private static final String CODE = InvitationCode.withCheckDigit("572400001").digits();
  private static final String WISH = "{\"postcode\":\"34117\"}";

  private final TestClock clock = new TestClock(NOON);
  private final RestStage portal = stage(ROWS.patient());
  private int keys;

  @AfterAll
  static void close() {
    ROWS.close();
  }

  private RestStage stage(Database database) {
    BookingDesk desk = new SeatDesk(database, Holds.LEFT_TO_RUN_OUT, clock, new Random());
    Wishes wishes = new Wishes(desk, database, clock);
    Identification identification =
        new Identification(InvitationDesks.on(database, clock), database, clock);
    return new RestStage(
        ROWS.patient(),
        clock,
        new CentreResource(wishes),
        new StockResource(desk, wishes),
        new FreeResource(desk, wishes),
        new HoldResource(desk, wishes),
        new AppointmentResource(desk, identification));
  }

  @BeforeEach
  void clear() {
    for (String table :
        List.of("appointment_pair", "seat", "person", "centre", "code_attempt", "api_answer")) {
      ROWS.execute("DELETE FROM " + table);
    }
    ROWS.execute("TRUNCATE appointment_event");
    ROWS.execute(
        """
        INSERT INTO centre (id, name, postcode, lat, lon) VALUES
          ('kassel', 'Kassel', '34117', 51.3127, 9.4797),
          ('fulda', 'Fulda', '36037', 50.5528, 9.6777)
        """);
    ROWS.execute(
        """
        INSERT INTO person (id, code, birth_date, name, postcode) VALUES
          (41, '%s', '1930-02-03', 'x', '34117'), (42, '1000000000', '1930-02-03', 'x', '34117')
        """
            .formatted(CODE));
    seats("kassel", "2026-12-10T09:30", "2026-12-31T09:30");
    seats("kassel", "2026-12-11T14:00", "2027-01-01T14:00");
  }

  private static void seats(String centre, String first, String second) {
    ROWS.execute(
        """
        INSERT INTO seat (centre_id, vaccine_id, starts_at, dose, lane) VALUES
          ('%1$s', 'comirnaty', '%2$s', 1, 1), ('%1$s', 'comirnaty', '%3$s', 2, 1)
        """
            .formatted(centre, first, second));
  }

  private Answer post(ApiClient client, String path, String json) {
    return portal.post(client, path, json, "key" + keys++);
  }

  private String held() {
    Answer answer = post(PORTAL, "v1/holds", WISH);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return String.valueOf(answer.member("id"));
  }

  private static String invited(String... more) {
    String members = "\"code\":\"" + CODE + "\",\"birthDate\":\"1930-02-03\"";
    return "{" + members + (more.length == 0 ? "" : "," + String.join(",", more)) + "}";
  }

  private static String hold(String id) {
    return "\"hold\":\"" + id + "\"";
  }

  @Test
  void tellsCentresNearestFirst() {
    assertThat(portal.get(PORTAL, "v1/centres?postcode=36041").body())
        .isEqualTo(
            "{\"items\":[{\"id\":\"fulda\",\"name\":\"Fulda\"},"
                + "{\"id\":\"kassel\",\"name\":\"Kassel\"}]}");
  }

  @Test
  void withoutAPostcodeCentresAreToldByTheirNames() {
    assertThat(portal.get(PORTAL, "v1/centres").body())
        .isEqualTo(portal.get(PORTAL, "v1/centres?postcode=36041").body());
    assertThat(portal.get(PORTAL, "v1/centres?postcode=34117").body())
        .startsWith("{\"items\":[{\"id\":\"kassel\"");
  }

  @Test
  void tellsTheThreeKindsOfStock() {
    assertThat(portal.get(PORTAL, "v1/stock?postcode=34117").body())
        .isEqualTo("{\"asOf\":\"2026-12-01T11:00:00Z\",\"count\":2,\"kind\":\"AVAILABLE\"}");
    held();
    held();
    clock.pass(Duration.ofSeconds(2));
    Answer held = portal.get(PORTAL, "v1/stock?postcode=34117");
    assertThat(held.json())
        .isEqualTo(Map.of("kind", "ALL_HELD", "nextExpiry", "2026-12-01T11:03:00Z"));
    assertThat(portal.get(PORTAL, "v1/stock?postcode=34117&centre=fulda").json())
        .isEqualTo(Map.of("kind", "SOLD_OUT", "asOf", "2026-12-01T11:00:02Z"));
  }

  @Test
  void searchesWithoutHolding() {
    Answer all = portal.get(PORTAL, "v1/free?postcode=34117");
    assertThat((List<?>) all.member("items")).hasSize(2);
    assertThat(all.body()).contains("\"first\":\"2026-12-10T09:30:00\"", "\"id\":\"comirnaty\"");
    assertThat(ROWS.rows("SELECT COUNT(*) FROM seat WHERE held_by IS NOT NULL"))
        .containsExactly("0");
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-12-10, 2", "from=2026-12-11, 1", "to=2026-12-10, 1", "to=2026-12-09, 0",
    "daypart=MORNING, 1", "daypart=AFTERNOON, 1", "daypart=ANY, 2", "hoursFrom=09:30, 2",
    "hoursFrom=09:31, 1", "hoursUntil=09:30, 1", "hoursUntil=09:29, 0", "centre=fulda, 0",
    "centre=kassel, 2", "vaccine=comirnaty, 2", "size=1, 1", "size=100, 2"
  })
  void searchesByWhatIsWished(String wish, int found) {
    Answer answer = portal.get(PORTAL, "v1/free?postcode=34117&" + wish);
    assertThat((List<?>) answer.member("items")).as(answer.body()).hasSize(found);
  }

  @ParameterizedTest
  @CsvSource({
    "'', postcode",
    "postcode=, postcode",
    "postcode=3411, postcode",
    "postcode=3411x, postcode",
    "postcode=341170, postcode",
    "postcode=34117&from=2026-11-30, from",
    "postcode=34117&from=2027-12-03, from",
    "postcode=34117&from=1.12.2026, from",
    "postcode=34117&from=2026-12-05&to=2026-12-04, to",
    "postcode=34117&to=2027-12-03, to",
    "postcode=34117&daypart=morning, daypart",
    "postcode=34117&daypart=ANY&hoursFrom=08:00, daypart",
    "postcode=34117&hoursFrom=25:00, hoursFrom",
    "postcode=34117&hoursUntil=x, hoursUntil",
    "postcode=34117&hoursFrom=10:00&hoursUntil=09:59, hoursUntil",
    "postcode=34117&centre=nowhere, centre",
    "postcode=34117&vaccine=snakeoil, vaccine",
    "postcode=34117&size=0, size",
    "postcode=34117&size=101, size"
  })
  void namesTheFieldThatIsWrong(String wish, String field) {
    Answer answer = portal.get(PORTAL, "v1/free?" + wish);
    assertThat(answer.status()).isEqualTo(400);
    assertThat((String) answer.member("detail")).startsWith(field + " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=2026-12-01", "from=2027-12-02", "to=2027-12-02"})
  void takesDaysUpToTheLimits(String wish) {
    assertThat(portal.get(PORTAL, "v1/free?postcode=34117&" + wish).status()).isEqualTo(200);
  }

  @Test
  void holdsRenewsAndGivesBack() {
    Answer answer = post(PORTAL, "v1/holds", WISH);
    String id = String.valueOf(answer.member("id"));
    assertThat(answer.headers()).containsEntry("Location", "http://host/api/v1/holds/" + id);
    assertThat(answer.json())
        .containsEntry("first", "2026-12-10T09:30:00")
        .containsEntry("second", "2026-12-31T09:30:00")
        .containsEntry("until", "2026-12-01T11:03:00Z");
    clock.pass(Duration.ofMinutes(1));
    assertThat(portal.post(PORTAL, "v1/holds/" + id + "/renewal", null).json())
        .isEqualTo(Map.of("until", "2026-12-01T11:04:00Z"));
    assertThat(portal.send(PORTAL, "DELETE", "v1/holds/" + id, null, Map.of()).status())
        .isEqualTo(204);
    Answer lost = portal.post(PORTAL, "v1/holds/" + id + "/renewal", null);
    assertThat(lost.status()).isEqualTo(409);
    assertThat(lost.problem()).isEqualTo("hold-lost");
    assertThat(portal.post(PORTAL, "v1/holds/x/renewal", null).status()).isEqualTo(404);
  }

  @Test
  void saysWhenAllIsHeldOrBooked() {
    held();
    held();
    Answer held = post(PORTAL, "v1/holds", WISH);
    assertThat(held.status()).isEqualTo(409);
    assertThat(held.problem()).isEqualTo("all-held");
    assertThat(held.json()).containsEntry("nextExpiry", "2026-12-01T11:03:00Z");
    Answer none = post(PORTAL, "v1/holds", "{\"postcode\":\"34117\",\"centre\":\"fulda\"}");
    assertThat(none.status()).isEqualTo(409);
    assertThat(none.problem()).isEqualTo("sold-out");
    assertThat(none.json()).containsEntry("asOf", "2026-12-01T11:00:00Z");
  }

  @Test
  void booksLooksUpMovesAndCancels() {
    Answer booked = post(PORTAL, "v1/appointments", invited(hold(held())));
    assertThat(booked.status()).as(booked.body()).isEqualTo(201);
    assertThat(booked.json()).containsEntry("first", "2026-12-10T09:30:00");
    Answer found = portal.post(PORTAL, "v1/appointments/lookup", invited());
    assertThat(found.json()).isEqualTo(booked.json());
    Answer again = post(PORTAL, "v1/appointments", invited(hold(held())));
    assertThat(again.problem()).isEqualTo("already-booked");
    assertThat(again.json()).containsEntry("confirmation", booked.member("confirmation"));
    clock.pass(Duration.ofMinutes(3));
    Answer moved = post(PORTAL, "v1/appointments/move", invited(hold(held())));
    assertThat(moved.json())
        .containsEntry("first", "2026-12-11T14:00:00")
        .containsEntry("confirmation", booked.member("confirmation"));
    assertThat(post(PORTAL, "v1/appointments/cancellation", invited()).json())
        .isEqualTo(moved.json());
    assertThat(ROWS.rows("SELECT kind, channel, actor, reference FROM appointment_event"))
        .containsExactly(
            "BOOKED API portal request-1",
            "MOVED API portal request-1",
            "CANCELLED API portal request-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lookup", "cancellation", "move"})
  void saysThatNothingIsBooked(String what) {
    Answer answer = post(PORTAL, "v1/appointments/" + what, invited(hold(held())));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("nothing-booked");
  }

  @Test
  void saysThatAHoldIsLost() {
    String id = held();
    clock.pass(Duration.ofMinutes(3));
    held();
    assertThat(post(PORTAL, "v1/appointments", invited(hold(id))).problem()).isEqualTo("hold-lost");
  }

  @Test
  void wrongTriesCountTowardsTheLock() {
    String wrong = invited().replace("1930", "1931");
    for (int i = 1; i <= 5; i++) {
      Answer answer = portal.post(PORTAL, "v1/appointments/lookup", wrong);
      assertThat(answer.status()).isEqualTo(i < 5 ? 403 : 423);
      assertThat(answer.problem()).isEqualTo(i < 5 ? "no-match" : "locked");
    }
    Answer locked = portal.post(PORTAL, "v1/appointments/lookup", invited());
    assertThat(locked.json()).containsEntry("until", "2026-12-01T12:00:00Z");
  }

  @Test
  void agentsMayNameThePerson() {
    String named = "{\"person\":42," + hold(held()) + "}";
    assertThat(post(PORTAL, "v1/appointments", named).problem()).isEqualTo("forbidden");
    assertThat(post(AGENT, "v1/appointments", named).status()).isEqualTo(201);
    assertThat(portal.post(AGENT, "v1/appointments/lookup", "{\"person\":42}").status())
        .isEqualTo(200);
    assertThat(portal.post(AGENT, "v1/appointments/lookup", "{\"person\":43}").problem())
        .isEqualTo("not-found");
    assertThat(ROWS.rows("SELECT channel, actor FROM appointment_event"))
        .containsExactly("AGENT desk-7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | code",
        "{\"code\":\"1\"} | code",
        "{\"code\":\"5724000010\"} | code",
        "{\"code\":\"%s\"} | birthDate",
        "{\"code\":\"%s\",\"birthDate\":\"3.2.1930\"} | birthDate",
        "{\"code\":\"%s\",\"birthDate\":\"1899-12-31\"} | birthDate",
        "{\"code\":\"%s\",\"birthDate\":\"2026-12-02\"} | birthDate"
      })
  void namesWhatIsWrongAboutAPerson(String claim, String field) {
    Answer answer = portal.post(PORTAL, "v1/appointments/lookup", claim.replace("%s", CODE));
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat((String) answer.member("detail")).startsWith(field + " ").doesNotContain(CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"hold\":\"x\"}", "{}"})
  void aBookingNeedsAHold(String sent) {
    Answer answer = post(PORTAL, "v1/appointments", sent);
    assertThat((String) answer.member("detail")).startsWith("hold ");
    assertThat(ROWS.rows("SELECT COUNT(*) FROM code_attempt")).containsExactly("0");
  }

  @Test
  void aRequestSentAgainHoldsOnePairAndBooksOnce() {
    Answer first = portal.post(PORTAL, "v1/holds", WISH, "a");
    assertThat(portal.post(PORTAL, "v1/holds", WISH, "a").body()).isEqualTo(first.body());
    assertThat(ROWS.rows("SELECT COUNT(*) FROM seat WHERE held_by IS NOT NULL"))
        .containsExactly("2");
    String booking = invited(hold(String.valueOf(first.member("id"))));
    Answer booked = portal.post(PORTAL, "v1/appointments", booking, "b");
    assertThat(portal.post(PORTAL, "v1/appointments", booking, "b").body())
        .isEqualTo(booked.body());
    // The process died before its answer was kept: it is done again, and tells the booking again.
    ROWS.execute("UPDATE api_answer SET status = NULL");
    clock.pass(Duration.ofSeconds(30));
    Answer again = portal.post(PORTAL, "v1/appointments", booking, "b");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(booked.body());
    assertThat(ROWS.rows("SELECT kind FROM appointment_event")).containsExactly("BOOKED");
  }

  private static <T> T gone(Function<EntityManager, T> work) {
    throw new PersistenceException();
  }

  @Test
  void anOutageIsNeverSoldOut() {
    RestStage gone = stage(new Database(PortalTest::gone));
    for (String path : List.of("centres", "stock", "free")) {
      Answer answer = gone.get(PORTAL, "v1/" + path + "?postcode=34117");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.problem()).isEqualTo("unknown");
    }
    assertThat(gone.get(PORTAL, "v1/free?postcode=34117&vaccine=comirnaty").status())
        .isEqualTo(503);
    assertThat(gone.post(PORTAL, "v1/holds", WISH, "a").status()).isEqualTo(503);
    String booking = invited(hold("1-2-3"));
    for (String path : List.of("", "/lookup", "/move", "/cancellation")) {
      assertThat(gone.post(PORTAL, "v1/appointments" + path, booking, "b" + path).status())
          .isEqualTo(503);
    }
    assertThat(gone.post(AGENT, "v1/appointments/lookup", "{\"person\":41}").status())
        .isEqualTo(503);
    assertThat(gone.post(PORTAL, "v1/holds/1-2-3/renewal", null).status()).isEqualTo(503);
  }
}
