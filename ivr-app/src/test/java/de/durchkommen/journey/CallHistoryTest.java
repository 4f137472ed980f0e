package de.durchkommen.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.RestStage;
import de.durchkommen.api.RestStage.Answer;
import de.durchkommen.api.Role;
import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.database.Transactions;
import de.durchkommen.journey.Journey.Past;
import de.durchkommen.phone.PhoneNumber;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of calls, through the real tables. */
class CallHistoryTest {
  private static final TestDatabase ROWS = TestDatabase.fresh();

  /** Half past nine in the evening in Hessen. */
  private static final Instant NOW = Instant.parse("2026-12-01T20:30:00Z");

  private static final String NUMBER = "+496111234567";
  private static final ApiClient LEADER = new ApiClient("@max", Role.SUPERVISOR);

  private final TestClock clock = new TestClock(NOW);
  private final Pseudonyms pseudonyms = new Pseudonyms(Optional.of("0f".repeat(32)));
  private final Journeys journeys = journeys(ROWS.patient());
  private final RestStage rest = stage(pseudonyms);

  private Journeys journeys(Database database) {
    return new Journeys(database, clock, mock(ScheduledExecutorService.class), pseudonyms, 14);
  }

  private RestStage stage(Pseudonyms known) {
    return new RestStage(
        ROWS.patient(), clock, new CallHistoryResource(ROWS.patient(), known, clock));
  }

  @BeforeEach
  void clear() {
    for (String table : List.of("journey", "journey_loss", "talk", "account")) {
      ROWS.execute("DELETE FROM " + table);
    }
  }

  @AfterAll
  static void close() {
    ROWS.close();
  }

  /** A call that says these prompts, a second each. */
  private Past past(
      String call, @Nullable String number, String outcome, String language, String... prompts) {
    Optional<PhoneNumber> from = Optional.ofNullable(number).flatMap(PhoneNumber::parse);
    Journey journey = new Journey(call, from, "call", clock);
    for (String prompt : prompts) {
      journey.said(prompt, false);
      clock.pass(Duration.ofSeconds(1));
    }
    return journey.ended(outcome, language);
  }

  private void ended(
      String call, @Nullable String number, String outcome, String language, String... prompts) {
    journeys.accept(past(call, number, outcome, language, prompts));
  }

  private List<String> found(String search) {
    Answer answer = rest.post(LEADER, "v1/call-history/search", search);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return ((List<?>) Objects.requireNonNull(answer.json().get("items")))
        .stream().map(item -> String.valueOf(((Map<?, ?>) item).get("callId"))).toList();
  }

  @Test
  void callsAreFoundByWhatIsKnownOfThem() {
    ended("one", NUMBER, "BOOKED", "de", "welcome", "booking.booked");
    ended("two", NUMBER, "HUNG_UP", "tr", "welcome", "code.ask");
    ended("three", null, "HUNG_UP", "de", "welcome");
    journeys.write();
    assertThat(found("{}")).containsExactly("three", "two", "one");
    assertThat(found("{\"outcome\":\"HUNG_UP\"}")).containsExactly("three", "two");
    assertThat(found("{\"language\":\"tr\"}")).containsExactly("two");
    assertThat(found("{\"lastPrompt\":\"welcome\",\"language\":\"de\"}")).containsExactly("three");
    assertThat(found("{\"callId\":\"one\"}")).containsExactly("one");
    assertThat(found("{\"number\":\"0611 123-4567\"}")).containsExactly("two", "one");
    assertThat(found("{\"number\":\"0611 7654321\"}")).isEmpty();
  }

  /** The hash stands for the number; neither it nor the search leaves the number anywhere. */
  @Test
  void noNumberIsKept() {
    ended("one", NUMBER, "BOOKED", "de", "welcome");
    journeys.write();
    found("{\"number\":\"06111234567\"}");
    String all =
        String.join("", ROWS.rows("SELECT * FROM journey"))
            + ROWS.rows("SELECT * FROM audit_event WHERE action = 'CALLS_SEARCHED_BY_NUMBER'");
    assertThat(all).contains("@max").doesNotContain("1234567");
    assertThat(ROWS.rows("SELECT HEX(caller) FROM journey"))
        .containsExactly(
            pseudonyms
                .of(PhoneNumber.parse(NUMBER).orElseThrow())
                .orElseThrow()
                .toUpperCase(Locale.ROOT));
  }

  @Test
  void withoutAKeyNobodyIsLookedForByNumber() {
    RestStage keyless = stage(new Pseudonyms(Optional.empty()));
    Answer answer = keyless.post(LEADER, "v1/call-history/search", "{\"number\":\"06111234567\"}");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.problem()).isEqualTo("no-caller-key");
  }

  /** Times are those of Hessen: 21:30 is 20:30 UTC in winter. */
  @Test
  void callsAreFoundByWhenTheyWere() {
    ended("early", null, "ENDED", "de", "welcome");
    clock.pass(Duration.ofHours(8));
    ended("late", null, "ENDED", "de", "welcome");
    journeys.write();
    assertThat(found("{\"until\":\"2026-12-01T21:31\"}")).containsExactly("early");
    assertThat(found("{\"from\":\"2026-12-01T21:31\"}")).containsExactly("late");
    assertThat(found("{\"from\":\"2026-12-01T21:30\",\"until\":\"2026-12-02T06:00\"}"))
        .containsExactly("late", "early");
    assertThat(found("{\"until\":\"2026-12-01T21:30\"}")).isEmpty();
    assertThat(found("{\"from\":\"2026-12-03T00:00\"}")).isEmpty();
  }

  @Test
  void thePagesHaveAllOnce() {
    IntStream.range(0, 7).forEach(i -> ended("c" + i, null, "ENDED", "de", "welcome"));
    journeys.write();
    Answer first = rest.post(LEADER, "v1/call-history/search", "{\"size\":4}");
    String next = String.valueOf(first.json().get("next"));
    assertThat(found("{\"size\":4,\"after\":\"" + next + "\"}")).containsExactly("c2", "c1", "c0");
  }

  /** What came back from a talk is the same call, and so is the talk. */
  @Test
  void aCallIsShownWithItsPartsAndItsTalks() {
    ended("one", NUMBER, "AGENT", "de", "welcome", "person.menu");
    ROWS.execute(
        "INSERT INTO account (id, name, shown_name, role, hash, must_change, created_at)"
            + " VALUES (1, 'anna', 'Frau Anna', 'AGENT', '-', 0, '2026-01-01')");
    ROWS.execute(
        "INSERT INTO talk (kind, call_id, account, phone, language, assigned_at, begun_at, ended_at,"
            + " ending) VALUES ('CALLER', 'one', 1, 'a', 'de', '2026-12-01 20:30:03',"
            + " '2026-12-01 20:30:09', '2026-12-01 20:33:00', 'LOST')");
    clock.pass(Duration.ofMinutes(5));
    ended("one", NUMBER, "PERSON", "de", "person.lost");
    journeys.write();
    String id = ROWS.rows("SELECT MAX(id) FROM journey").getFirst();
    Answer answer = rest.get(LEADER, "v1/call-history/" + id);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"what\":\"person.menu\"", "\"what\":\"person.lost\"", "Frau Anna", "LOST");
    assertThat((List<?>) Objects.requireNonNull(answer.json().get("parts"))).hasSize(2);
    assertThat(rest.get(LEADER, "v1/call-history/999999").status()).isEqualTo(404);
  }

  @Test
  void theFunnelTellsWhereCallersGiveUp() {
    ended("a", null, "BOOKED", "de", "welcome", "code.ask", "booking.booked");
    ended("b", null, "HUNG_UP", "de", "welcome", "code.ask");
    ended("c", null, "HUNG_UP", "de", "welcome", "code.ask", "code.ask");
    ended("d", null, "HUNG_UP", "tr", "welcome");
    journeys.write();
    Answer german = rest.get(LEADER, "v1/call-history/funnel?language=de");
    assertThat(german.json()).containsEntry("calls", new BigDecimal(3));
    assertThat(german.body())
        .contains(
            "\"lost\":2",
            "{\"language\":\"de\",\"lost\":2,\"prompt\":\"code.ask\",\"reached\":3}",
            "{\"language\":\"de\",\"lost\":0,\"prompt\":\"booking.booked\",\"reached\":1}");
    assertThat(rest.get(LEADER, "v1/call-history/funnel").body())
        .contains("{\"language\":\"tr\",\"lost\":1,\"prompt\":\"welcome\",\"reached\":1}");
    assertThat(rest.get(LEADER, "v1/call-history/funnel?from=2026-11-30&until=2026-11-30").body())
        .contains("\"calls\":0");
  }

  /** Nobody knows whether a commit that got no answer was done: it is counted once all the same. */
  @Test
  void whatWasWrittenBeforeIsNotCountedAgain() {
    Past first = past("a", NUMBER, "HUNG_UP", "de", "welcome");
    Past second = past("b", null, "HUNG_UP", "de", "welcome");
    List<JourneyRows.Row> rows =
        List.of(
            new JourneyRows.Row(first, Optional.empty()),
            new JourneyRows.Row(second, Optional.empty()));
    ROWS.patient()
        .answer(
            entities -> {
              new JourneyRows(new Sql(entities)).add(rows.subList(0, 1), false);
              return true;
            },
            why -> false);
    ROWS.patient()
        .answer(
            entities -> {
              new JourneyRows(new Sql(entities)).add(rows, true);
              return true;
            },
            why -> false);
    assertThat(ROWS.rows("SELECT call_id FROM journey ORDER BY id")).containsExactly("a", "b");
    assertThat(ROWS.rows("SELECT reached, lost FROM journey_loss WHERE prompt = 'welcome'"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("2");
  }

  @Test
  void whatOneCallCannotHaveDoesNotStopTheOthers() {
    ended("good", null, "ENDED", "de", "welcome");
    ended("bad", null, "ENDED", "de", "x".repeat(200));
    ended("well", null, "ENDED", "de", "welcome");
    journeys.write();
    assertThat(journeys.waiting()).isZero();
    assertThat(ROWS.rows("SELECT call_id FROM journey ORDER BY id"))
        .containsExactly("good", "well");
  }

  @Test
  void aDatabaseThatIsGoneCostsNothingUntilTooManyWait() {
    AtomicBoolean gone = new AtomicBoolean(true);
    Database sometimes =
        TestDatabase.patient(
            new Transactions() {
              @Override
              public <T> T run(Function<EntityManager, T> work) {
                if (gone.get()) {
                  throw new PersistenceException("gone");
                }
                return ROWS.transactions().run(work);
              }
            });
    Journeys patient = journeys(sometimes);
    Past one = past("kept", null, "ENDED", "de", "welcome");
    patient.accept(one);
    patient.write();
    assertThat(patient.waiting()).isEqualTo(1);
    gone.set(false);
    patient.write();
    patient.write();
    assertThat(patient.waiting()).isZero();
    assertThat(ROWS.rows("SELECT call_id FROM journey")).containsExactly("kept");
    IntStream.range(0, JourneyLimits.MOST_WAITING + 5).forEach(i -> patient.accept(one));
    assertThat(patient.waiting()).isEqualTo(JourneyLimits.MOST_WAITING);
  }

  @Test
  void whatIsOldIsForgotten() {
    ended("old", null, "HUNG_UP", "de", "welcome");
    clock.pass(Duration.ofDays(14).plusSeconds(5));
    ended("new", null, "HUNG_UP", "de", "welcome");
    journeys.write();
    journeys.clean();
    assertThat(ROWS.rows("SELECT call_id FROM journey")).containsExactly("new");
    assertThat(ROWS.rows("SELECT day FROM journey_loss WHERE prompt = ''")).hasSize(2);
    clock.pass(Duration.ofDays(395));
    journeys.clean();
    assertThat(ROWS.rows("SELECT day FROM journey_loss WHERE prompt = ''")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"from\":\"gestern\"} | from has to be a time",
        "{\"until\":\"9999-12-31T00:00\"} | until has to be of the years",
        "{\"number\":\"eins\"} | number has to be",
        "{\"outcome\":\"' OR 1=1\"} | outcome has to be",
        "{\"language\":\"deutsch\"} | language has to be",
        "{\"lastPrompt\":\"%\"} | lastPrompt has to be",
        "{\"callId\":\"a b\"} | callId has to be",
        "{\"caller\":\"abc\"} | caller has to be",
        "{\"after\":\"x\"} | after has to be",
        "{\"size\":0} | size has to be",
      })
  void whatCannotBeIsNamed(String search, String words) {
    Answer answer = rest.post(LEADER, "v1/call-history/search", search);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "from=x, from has to be a date",
    "from=2026-12-02&until=2026-12-01, until has to be from",
    "from=2020-12-02&until=2026-12-01, until has to be from",
    "language=x, language has to be",
  })
  void aFunnelOfNoTimeIsNamed(String query, String words) {
    Answer answer = rest.get(LEADER, "v1/call-history/funnel?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(words);
  }
}
