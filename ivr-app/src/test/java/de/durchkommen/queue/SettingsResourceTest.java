package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.RestStage;
import de.durchkommen.api.RestStage.Answer;
import de.durchkommen.api.Role;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings as a supervisor's client sees them, in JSON. */
class SettingsResourceTest {
  private static final ApiClient SUPERVISOR = new ApiClient("leitstand", Role.SUPERVISOR);
  private static final String PATH = "v1/queue/settings";
  private static final String EXTENSION = "v1/queue/hours/extension";

  /** A Tuesday, 19:50 in Hessen. */
  private static final Instant EVENING = Instant.parse("2021-01-12T18:50:00Z");

  private static final String SETTINGS =
      """
      {"dialogues": 40, "order": "DRAW", "lobbySeconds": 1800, "keptSeconds": 600,
       "soonestSeconds": 20, "latestSeconds": 60, "callback": true, "closing": "CALL_BACK",
       "stock": false,
       "hours": {"week": {"TUESDAY": [{"from": "08:00", "until": "12:00"},
                                      {"from": "14:00", "until": "20:00"}],
                          "SUNDAY": []},
                 "days": {"2021-01-14": []}}}
      """;

  private static TestDatabase database;
  private static RestStage stage;
  private static final TestClock CLOCK = new TestClock(EVENING);

  @BeforeAll
  static void setUp() {
    database = TestDatabase.fresh();
    stage =
        new RestStage(
            database.patient(),
            CLOCK,
            new SettingsResource(database.patient(), CLOCK, QueueSettings.USUAL),
            new HoursResource(database.patient(), CLOCK, QueueSettings.USUAL),
            new SettingsPreviewResource(
                database.patient(), SettingsResourceTest::room, CLOCK, QueueSettings.USUAL));
  }

  @AfterAll
  static void tearDown() {
    database.close();
  }

  @BeforeEach
  void clear() {
    SettingsDeskTest.forget(database);
    CLOCK.set(EVENING);
  }

  private static Answer put(long basedOn, String settings) {
    String body =
        "{\"basedOn\": %d, \"why\": \"Mehr Personal\", \"settings\": %s}"
            .formatted(basedOn, settings);
    return stage.send(SUPERVISOR, "PUT", "/api/" + PATH, body, Map.of());
  }

  private static Answer extension(String until) {
    String body = "{\"until\": \"%s\", \"why\": \"Andrang\"}".formatted(until);
    return stage.post(SUPERVISOR, "/api/" + EXTENSION, body);
  }

  private static Object version(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return String.valueOf(answer.member("version"));
  }

  @SuppressWarnings("unchecked") // Objects of JSON have names.
  private static @Nullable Object inside(Answer answer, String... names) {
    @Nullable Object found = answer.json();
    for (String name : names) {
      found = ((Map<String, Object>) Objects.requireNonNull(found)).get(name);
    }
    return found;
  }

  private static Answer current() {
    return stage.get(SUPERVISOR, "/api/" + PATH);
  }

  @Test
  void beforeAnybodyHasSetAnythingTheUsualIsInForce() {
    Answer answer = current();
    assertThat(version(answer)).isEqualTo("0");
    assertThat(String.valueOf(inside(answer, "settings", "dialogues"))).isEqualTo("200");
    assertThat(inside(answer, "settings", "hours", "week", "MONDAY"))
        .isEqualTo(List.of(Map.of("from", "00:00", "until", "24:00")));
  }

  @Test
  void whatWasSetIsToldAgain() {
    assertThat(version(put(0, SETTINGS))).isEqualTo("1");
    Answer answer = current();
    assertThat(answer.member("actor")).isEqualTo("leitstand");
    assertThat(answer.member("why")).isEqualTo("Mehr Personal");
    assertThat(answer.member("at")).isEqualTo("2021-01-12T18:50:00Z");
    assertThat(inside(answer, "settings", "order")).isEqualTo("DRAW");
    assertThat(inside(answer, "settings", "hours", "days"))
        .isEqualTo(Map.of("2021-01-14", List.of()));
    assertThat(inside(answer, "settings", "hours", "week"))
        .isEqualTo(
            Map.of(
                "TUESDAY",
                List.of(
                    Map.of("from", "08:00", "until", "12:00"),
                    Map.of("from", "14:00", "until", "20:00"))));
  }

  private static String more(String members) {
    return SETTINGS.strip().replaceFirst("\\}$", ", " + members + "}");
  }

  @Test
  void howThoseWhoWaitAreDealtWithIsToldAgain() {
    put(
        0,
        more(
            "\"rangeMinutes\": [15, 30, 60], \"music\": \"TONE\","
                + " \"calling\": {\"from\": \"08:30\", \"until\": \"19:00\"},"
                + " \"priorities\": [1, 2, 3, 4, 1, 6, 7, 8, 9], \"recording\": false"));
    Answer answer = current();
    assertThat(String.valueOf(inside(answer, "settings", "rangeMinutes")))
        .isEqualTo("[15, 30, 60]");
    assertThat(inside(answer, "settings", "calling"))
        .isEqualTo(Map.of("from", "08:30", "until", "19:00"));
    assertThat(inside(answer, "settings", "music")).isEqualTo("TONE");
    assertThat(inside(answer, "settings", "recording")).isEqualTo(false);
    assertThat(String.valueOf(inside(answer, "settings", "priorities")))
        .isEqualTo("[1, 2, 3, 4, 1, 6, 7, 8, 9]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"rangeMinutes\": [7] | rangeMinutes has to be",
        "\"rangeMinutes\": [null, 5] | rangeMinutes is missing",
        "\"music\": \"ROCK\" | music has to be one of",
        "\"calling\": {\"from\": \"08:00\"} | calling.until is missing",
        "\"calling\": {\"from\": \"08:00\", \"until\": \"24:00\"} | calling has to be within",
        "\"calling\": {\"from\": \"20:00\", \"until\": \"08:00\"} | has to end later",
        "\"priorities\": [1] | priorities has to be",
      })
  void whatTheMannerCannotBeIsNamed(String members, String words) {
    Answer answer = put(0, more(members));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(words);
  }

  @Test
  void whoWasSlowerChangesNothingAndIsTold() {
    put(0, SETTINGS);
    Answer late = put(0, SETTINGS.replace("40", "50"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.problem()).isEqualTo("outdated");
    assertThat(String.valueOf(late.member("version"))).isEqualTo("1");
    assertThat(String.valueOf(inside(current(), "settings", "dialogues"))).isEqualTo("40");
  }

  @Test
  void whatIsSentTwiceIsDoneOnce() {
    assertThat(version(put(0, SETTINGS))).isEqualTo("1");
    assertThat(version(put(0, SETTINGS))).isEqualTo("1");
  }

  @Test
  void anEarlierVersionIsInForceAgainAsANewOne() {
    put(0, SETTINGS);
    put(1, SETTINGS.replace("40", "50"));
    String undo = "{\"version\": %d, \"basedOn\": %d, \"why\": \"Irrtum\"}";
    assertThat(stage.post(SUPERVISOR, "/api/" + PATH + "/undo", undo.formatted(1, 1)).status())
        .isEqualTo(409);
    assertThat(version(stage.post(SUPERVISOR, "/api/" + PATH + "/undo", undo.formatted(1, 2))))
        .isEqualTo("3");
    assertThat(String.valueOf(inside(current(), "settings", "dialogues"))).isEqualTo("40");
    assertThat(version(stage.post(SUPERVISOR, "/api/" + PATH + "/undo", undo.formatted(0, 3))))
        .isEqualTo("4");
    assertThat(String.valueOf(inside(current(), "settings", "dialogues"))).isEqualTo("200");
    assertThat(stage.post(SUPERVISOR, "/api/" + PATH + "/undo", undo.formatted(9, 4)).status())
        .isEqualTo(404);
  }

  private static Optional<RoomGlance> room(QueueKind kind) {
    if (kind == QueueKind.PEOPLE) {
      return Optional.empty();
    }
    return Optional.of(
        new RoomGlance(
            EVENING,
            "OPEN",
            null,
            Map.of("de", 300, "tr", 12),
            EVENING,
            3,
            4,
            5,
            0,
            6,
            1,
            new QueueResource.Range(0, 5L)));
  }

  private static Answer preview(long basedOn, String settings) {
    String body = "{\"basedOn\": %d, \"settings\": %s}".formatted(basedOn, settings);
    return stage.post(SUPERVISOR, "/api/" + PATH + "/preview", body);
  }

  /** Before anything is in force it is told for how many, and whether the line would be open. */
  @Test
  void settingsAreSeenBeforehand() {
    Answer open = preview(0, SETTINGS);
    assertThat(open.status()).as(open.body()).isEqualTo(200);
    assertThat(open.body())
        .contains("\"waiting\":312", "\"callbacks\":7", "\"open\":true", "\"outdated\":false")
        .contains("\"closes\":\"2021-01-12T19:00:00Z\"")
        .doesNotContain("waitingForPeople", "opens");
    Answer shut = preview(3, SETTINGS.replace("20:00", "19:00"));
    assertThat(shut.body())
        .contains("\"open\":false", "\"outdated\":true", "\"opens\":\"2021-01-19T07:00:00Z\"");
    assertThat(version(current())).as("nothing has changed").isEqualTo("0");
    assertThat(preview(0, SETTINGS.replace("\"dialogues\": 40", "\"dialogues\": 0")).status())
        .isEqualTo(400);
  }

  @Test
  void versionsComeInPages() {
    put(0, SETTINGS);
    put(1, SETTINGS.replace("40", "50"));
    put(2, SETTINGS.replace("40", "60"));
    Answer first = stage.get(SUPERVISOR, "/api/" + PATH + "/versions?size=2");
    assertThat((List<?>) first.member("items")).hasSize(2);
    Answer second =
        stage.get(SUPERVISOR, "/api/" + PATH + "/versions?size=2&after=" + first.member("next"));
    assertThat((List<?>) second.member("items")).hasSize(1);
    assertThat(second.member("next")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"dialogues\": 40'|'\"dialogues\": 0'|dialogues has to be from 1 to 10000",
        "'\"dialogues\": 40, '|''|dialogues is missing",
        "DRAW|LOT|'order has to be one of [ARRIVAL, DRAW]'",
        "1800|-1|lobbySeconds is out of its range",
        "'\"latestSeconds\": 60'|'\"latestSeconds\": 10'|latest has to be whole seconds",
        "08:00|8:00|hours.week.from has to be a time",
        "20:00|24:01|hours.week.until has to be a time",
        "20:00|13:00|Hours begin before they end",
        "TUESDAY|DIENSTAG|hours.week has a day that there is not",
        "2021-01-14|2021-02-30|hours.days has a day that there is not"
      })
  void whatCannotBeIsNamed(String right, String wrong, String told) {
    Answer answer = put(0, SETTINGS.replace(right, wrong));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(String.valueOf(answer.member("detail"))).startsWith(told);
    assertThat(version(current())).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({"AGENT, GET", "BOOKING, GET", "AGENT, PUT"})
  void othersDoNotSeeOrChangeThem(Role role, String method) {
    ApiClient client = new ApiClient("other", role);
    assertThat(stage.send(client, method, "/api/" + PATH, null, Map.of()).status()).isEqualTo(403);
  }

  @Test
  void aReasonIsNeeded() {
    String body = "{\"basedOn\": 0, \"why\": \" \", \"settings\": %s}".formatted(SETTINGS);
    assertThat(stage.send(SUPERVISOR, "PUT", "/api/" + PATH, body, Map.of()).status())
        .isEqualTo(400);
    assertThat(stage.post(SUPERVISOR, "/api/" + EXTENSION, "{\"until\": \"22:00\"}").status())
        .isEqualTo(400);
  }

  @Test
  void todayIsLongerAndTheOtherDaysAreNot() {
    put(0, SETTINGS);
    assertThat(version(extension("22:00"))).isEqualTo("2");
    assertThat(version(extension("22:00"))).isEqualTo("2");
    assertThat(inside(current(), "settings", "hours", "days"))
        .isEqualTo(
            Map.of(
                "2021-01-12",
                List.of(
                    Map.of("from", "08:00", "until", "12:00"),
                    Map.of("from", "14:00", "until", "22:00")),
                "2021-01-14",
                List.of()));
    CLOCK.set(Instant.parse("2021-01-12T21:10:00Z"));
    assertThat(version(extension("24:00"))).isEqualTo("3");
  }

  @ParameterizedTest
  @CsvSource({
    "2021-01-12T18:50:00Z, 19:30",
    "2021-01-12T21:10:00Z, 22:00",
    "2021-01-14T09:00:00Z, 22:00",
    "2021-01-12T18:50:00Z, abends"
  })
  void noEarlierEndNoneThatHasPassedAndNoneOfAClosedDay(Instant now, String until) {
    put(0, SETTINGS);
    CLOCK.set(now);
    assertThat(extension(until).status()).isEqualTo(400);
    assertThat(version(current())).isEqualTo("1");
  }
}
