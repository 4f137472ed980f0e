package de.durchkommen.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.api.RestStage.Answer;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Doors, problems and answers that are given again, around a resource of this test. */
class FiltersTest {
  private static final TestDatabase ROWS = TestDatabase.fresh();
  private static final ApiClient PORTAL = new ApiClient("portal", Role.BOOKING);
  private static final ApiClient AGENT = new ApiClient("desk", Role.AGENT);
  private static final ApiClient BOSS = new ApiClient("boss", Role.SUPERVISOR);
  private static final String SECRET = "code 4056335248";

  private final TestClock clock = new TestClock(Instant.parse("2026-12-01T11:00:00Z"));
  private final Things things = new Things();
  private final RestStage stage = new RestStage(ROWS.patient(), clock, things);

  @AfterAll
  static void close() {
    ROWS.close();
  }

  @BeforeEach
  void clear() {
    ROWS.execute("DELETE FROM api_answer");
  }

  /** What is sent and told. */
  public record Thing(@Nullable String name, @Nullable LocalDate day, int count) {}

  /** A resource with a method of each kind. */
  @Path("things")
  @Produces(MediaType.APPLICATION_JSON)
  @Allowed(Role.AGENT)
  public static final class Things {
    private final List<Thing> done = new ArrayList<>();
    private int failures;

    /** As the class says. */
    @GET
    public Thing first(@QueryParam("size") @DefaultValue("1") int size) {
      return new Thing("first", null, size);
    }

    /** The method's word counts. */
    @GET
    @Path("for-two")
    @Allowed({Role.BOOKING, Role.SUPERVISOR})
    public Thing forTwo() {
      return new Thing("two", null, 0);
    }

    /** Programs of another role, and no people of it. */
    @GET
    @Path("listed")
    @Allowed(value = Role.SUPERVISOR, programs = Role.AGENT)
    public Thing listed() {
      return new Thing("listed", null, 0);
    }

    /** Fails in one way or another. */
    @GET
    @Path("failing/{how}")
    public Thing fail(@PathParam("how") String how) {
      if (how.equals("error")) {
        throw new StackOverflowError(SECRET);
      }
      throw switch (how) {
        case "problem" ->
            new Problem(409, "taken", "It is taken", "Wait.", Map.of("until", 5, "status", 200));
        case "unknown" -> Problem.unknown("no answer");
        default -> new IllegalStateException(SECRET, new IllegalArgumentException(SECRET));
      };
    }

    /** Changes something. */
    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(Thing thing) {
      if (failures > 0) {
        failures--;
        throw Problem.unknown("no answer");
      }
      if (thing.count() > 1) {
        throw new Problem(409, "taken", "It is taken", "Wait.");
      }
      done.add(thing);
      return Response.created(URI.create("things/" + done.size())).entity(thing).build();
    }

    /** Changes something else, and tells nothing. */
    @POST
    @Path("silent")
    @Idempotent
    public void silent() {
      done.add(new Thing("silent", null, 0));
    }
  }

  /** A resource that says of nobody that they may call it. */
  @Path("closed")
  public static final class Closed {
    /** Nobody hears it. */
    @GET
    public String secret() {
      return SECRET;
    }
  }

  /** A resource that checks itself. */
  @Path("own")
  @OwnCheck
  public static final class Own {
    /** Lets everybody in. */
    @GET
    public String word() {
      return "hello";
    }
  }

  @Test
  void opensForTheRolesThatAreAllowed() {
    assertThat(stage.get(AGENT, "things").status()).isEqualTo(200);
    for (ApiClient other : List.of(PORTAL, BOSS)) {
      Answer answer = stage.get(other, "things");
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.problem()).isEqualTo("forbidden");
      assertThat(stage.get(other, "things/for-two").status()).isEqualTo(200);
    }
    assertThat(stage.get(AGENT, "things/for-two").status()).isEqualTo(403);
  }

  @Test
  void opensForProgramsWhereTheirPeopleMayNot() {
    assertThat(stage.get(AGENT, "things/listed").status()).isEqualTo(200);
    assertThat(stage.get(BOSS, "things/listed").status()).isEqualTo(200);
    ApiClient erika = new ApiClient(ApiClient.PERSON + "erika", Role.AGENT);
    Answer answer = stage.get(erika, "things/listed");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("forbidden");
    assertThat(stage.get(PORTAL, "things/listed").status()).isEqualTo(403);
  }

  @Test
  void asksWhoIsThere() {
    Answer answer = stage.get(null, "things");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("unauthorized");
    assertThat(answer.headers()).containsEntry("WWW-Authenticate", "Bearer");
  }

  @Test
  void isClosedWhenNothingIsSaid() {
    RestStage closed = new RestStage(ROWS.patient(), clock, new Closed(), new Own());
    assertThat(closed.get(null, "closed").status()).isEqualTo(401);
    for (ApiClient client : List.of(PORTAL, AGENT, BOSS)) {
      Answer answer = closed.get(client, "closed");
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body()).doesNotContain(SECRET);
    }
    assertThat(closed.get(null, "own").body()).isEqualTo("hello");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, nothing, , 404, not-found",
    "DELETE, things, , 405, method-not-allowed",
    "POST, things, text/plain, 415, unsupported-media-type",
    "GET, things?size=many, , 400, invalid",
    "GET, things/failing/problem, , 409, taken"
  })
  void errorsAreProblems(
      String method, String path, @Nullable String type, int status, String problem) {
    Map<String, String> headers =
        type == null ? Map.of() : Map.of("Content-Type", type, "Idempotency-Key", "k");
    Answer answer = stage.send(AGENT, method, path, type == null ? null : "{}", headers);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.json()).containsKeys("type", "title", "status", "detail");
    assertThat(String.valueOf(answer.member("status"))).isEqualTo(String.valueOf(status));
  }

  @Test
  void saysWhichMethodsThereAre() {
    String allow = stage.send(AGENT, "DELETE", "things", null, Map.of()).headers().get("Allow");
    assertThat(allow).contains("GET", "POST");
  }

  @Test
  void furtherMembersDoNotReplaceThoseOfTheStandard() {
    Answer answer = stage.get(AGENT, "things/failing/problem");
    assertThat(answer.body())
        .isEqualTo(
            "{\"type\":\"urn:durchkommen:problem:taken\",\"title\":\"It is taken\","
                + "\"status\":409,\"detail\":\"Wait.\",\"until\":5}");
  }

  @Test
  void anOutageSaysWhenToAskAgain() {
    Answer answer = stage.get(AGENT, "things/failing/unknown");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("Retry-After", "3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bug", "error"})
  void bugsTellAReferenceAndNothingElse(String how) {
    Answer answer = stage.get(AGENT, "things/failing/" + how);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.problem()).isEqualTo("bug");
    assertThat((String) answer.member("reference")).matches("[0-9a-z]{6,13}");
    assertThat(answer.body()).doesNotContain(SECRET).doesNotContain("Exception");
  }

  @Test
  void theLogHasWhereItHappenedButNoMessages() {
    IllegalStateException bug =
        new IllegalStateException(SECRET, new IllegalArgumentException(SECRET));
    assertThat(Unforeseen.places(bug))
        .contains("IllegalStateException", "IllegalArgumentException", "FiltersTest")
        .doesNotContain(SECRET);
  }

  /** What is behind a member that nobody knows has to end, too. */
  @ParameterizedTest
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ValueSource(
      strings = {
        "{",
        "[]",
        "",
        "{\"day\":\"tomorrow\"}",
        "{\"count\":\"many\"}",
        "{\"count\":1e999999999}",
        "null",
        "{\"other\":{",
        "{\"other\":{\"name\":",
        "{\"other\":[",
        "{\"other\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[0]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}"
      })
  void refusesWhatIsNotTheExpectedJson(String body) {
    Answer answer = stage.post(AGENT, "things", body, "k");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid");
    assertThat(things.done).isEmpty();
  }

  @Test
  void readsRecordsWithMembersThatAreMissing() {
    assertThat(stage.post(AGENT, "things", "{\"name\":\"a\"}", "k").status()).isEqualTo(201);
    assertThat(stage.post(AGENT, "things", "{\"other\":[{}],\"name\":\"b\"}", "l").status())
        .isEqualTo(201);
    assertThat(things.done).containsExactly(new Thing("a", null, 0), new Thing("b", null, 0));
  }

  @Test
  void aRequestThatIsSentAgainIsDoneOnce() {
    Answer first = stage.post(AGENT, "things", "{\"name\":\"ä\"}", "k1");
    Answer again = stage.post(AGENT, "things", "{\"name\":\"ä\"}", "\"k1\"");
    assertThat(things.done).hasSize(1);
    assertThat(first.headers()).doesNotContainKey("Idempotency-Replayed");
    assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body()).isEqualTo("{\"count\":0,\"name\":\"ä\"}");
    assertThat(again.headers()).containsEntry("Location", "http://host/api/things/1");
    assertThat(again.headers().get("Content-Type")).isEqualTo(first.headers().get("Content-Type"));
    stage.post(AGENT, "things", "{\"name\":\"ä\"}", "k2");
    assertThat(things.done).hasSize(2);
  }

  @Test
  void anAnswerWithoutABodyIsGivenAgain() {
    assertThat(stage.post(AGENT, "things/silent", null, "k").status()).isEqualTo(204);
    Answer again = stage.post(AGENT, "things/silent", null, "k");
    assertThat(again.status()).isEqualTo(204);
    assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
    assertThat(things.done).hasSize(1);
  }

  @Test
  void problemsOfTheClientAreGivenAgainToo() {
    for (int i = 0; i < 2; i++) {
      Answer answer = stage.post(AGENT, "things", "{\"count\":2}", "k");
      assertThat(answer.problem()).isEqualTo("taken");
      assertThat(answer.headers().containsKey("Idempotency-Replayed")).isEqualTo(i == 1);
    }
  }

  @Test
  void whatFailedOnTheServerIsDoneAgain() {
    things.failures = 1;
    assertThat(stage.post(AGENT, "things", "{}", "k").status()).isEqualTo(503);
    assertThat(stage.post(AGENT, "things", "{}", "k").status()).isEqualTo(201);
    assertThat(things.done).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"{\"name\":\"b\"}, things", "{}, things/silent", "{}, things?size=2"})
  void aKeyIsForOneRequest(String body, String path) {
    stage.post(AGENT, "things", "{}", "k");
    Answer answer = stage.post(AGENT, path, body, "k");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void whoIsTooEarlyIsToldToWait() {
    ROWS.execute("DELETE FROM api_answer");
    stage.post(AGENT, "things", "{}", "k");
    ROWS.execute("UPDATE api_answer SET status = NULL");
    Answer answer = stage.post(AGENT, "things", "{}", "k");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("idempotency-under-way");
    assertThat(answer.headers()).containsEntry("Retry-After", "1");
    clock.pass(Duration.ofSeconds(30));
    assertThat(stage.post(AGENT, "things", "{}", "k").status()).isEqualTo(201);
  }

  @Test
  void theKeyIsRequired() {
    for (Map<String, String> headers :
        List.of(
            Map.<String, String>of(),
            Map.of("Idempotency-Key", ""),
            Map.of("Idempotency-Key", "a b"),
            Map.of("Idempotency-Key", "k".repeat(256)))) {
      Answer answer = stage.send(AGENT, "POST", "things", "{}", headers);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.problem()).isEqualTo("idempotency-key-missing");
    }
    assertThat(stage.post(AGENT, "things", "{}", "k".repeat(255)).status()).isEqualTo(201);
  }

  @Test
  void whoIsNotLetInLeavesNoAnswerBehind() {
    assertThat(stage.post(PORTAL, "things", "{}", "k").status()).isEqualTo(403);
    assertThat(ROWS.rows("SELECT COUNT(*) FROM api_answer")).containsExactly("0");
  }
}
