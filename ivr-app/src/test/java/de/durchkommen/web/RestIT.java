package de.durchkommen.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The API as a client sees it, over HTTP. */
@UsesApplication
class RestIT {
  private static final String WISH = "{\"postcode\":\"34117\"}";
  private static final String CENTRES = "api/v1/centres?postcode=34117";
  private static final int AT_ONCE = 8;
  private static final int CROWD = 40;
  private static final Duration ANSWERS_LIMIT = Duration.ofSeconds(20);

  /** A machine that is busy with other tests has no answer in time, and that is no fault. */
  private static final int PATIENCE = 10;

  private final RunningApplication application;

  RestIT(RunningApplication application) {
    this.application = application;
  }

  private String key(String role) throws Exception {
    String name = role + "-" + UUID.randomUUID().toString().substring(0, 8);
    return application.key(name, role, AT_ONCE);
  }

  private HttpResponse<String> post(String key, String path, String json) throws Exception {
    return post(key, path, json, UUID.randomUUID().toString());
  }

  /** As a client should: when nobody can tell, it asks again with the same Idempotency-Key. */
  private HttpResponse<String> post(String key, String path, String json, String idempotency)
      throws Exception {
    HttpResponse<String> answer =
        application.send(key, "POST", path, json, "Idempotency-Key", idempotency);
    for (int i = 0; i < PATIENCE && answer.statusCode() == 503; i++) {
      answer = application.send(key, "POST", path, json, "Idempotency-Key", idempotency);
    }
    return answer;
  }

  private static void isProblem(HttpResponse<String> answer, int status, String kind) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(RunningApplication.json(answer.body()).get("type"))
        .isEqualTo("urn:durchkommen:problem:" + kind);
    isGuarded(answer);
  }

  private static void isGuarded(HttpResponse<String> answer) {
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "X-Request-Id")).isNotEmpty();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static @Nullable Object member(HttpResponse<String> answer, String name) {
    return RunningApplication.json(answer.body()).get(name);
  }

  @Test
  void everyErrorIsAProblem() throws Exception {
    String key = key("booking");
    String unknown = "dk_nobody_" + "A".repeat(43);
    isProblem(application.send(null, "GET", CENTRES, null), 401, "unauthorized");
    isProblem(application.send(unknown, "GET", CENTRES, null), 401, "unauthorized");
    isProblem(application.send(key + "A", "GET", CENTRES, null), 401, "unauthorized");
    isProblem(application.send(key, "GET", "api/v1/nothing", null), 404, "not-found");
    isProblem(application.send(key, "PATCH", CENTRES, null), 405, "method-not-allowed");
    isProblem(application.send(key, "GET", "api/v1/free", null), 400, "invalid");
    isProblem(
        application.send(key, "GET", "api/v1/free?postcode=34117&size=x", null), 400, "invalid");
    isProblem(post(key, "api/v1/holds", "{\"postcode\":"), 400, "invalid");
    isProblem(post(key, "api/v1/holds", "{\"postcode\":{}}"), 400, "invalid");
    isProblem(post(key, "api/v1/holds", ""), 400, "invalid");
    isProblem(application.send(key, "POST", "api/v1/holds", WISH), 400, "idempotency-key-missing");
    isProblem(
        application.send(key, "POST", "api/v1/holds", WISH, "Content-Type", "text/plain"),
        415,
        "unsupported-media-type");
    isProblem(post(key, "api/v1/holds", " ".repeat(65_537)), 413, "too-large");
    isProblem(post(key, "api/v1/appointments/lookup", "{\"person\":1}"), 403, "forbidden");
  }

  @Test
  void answersHaveTheIdOfTheirRequest() throws Exception {
    HttpResponse<String> answer =
        application.send(key("booking"), "GET", CENTRES, null, "X-Request-Id", "mine-1");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "X-Request-Id")).isEqualTo("mine-1");
    isGuarded(answer);
  }

  @Test
  void aCompleteBooking() throws Exception {
    String key = key("booking");
    String who = letter();
    HttpResponse<String> held = post(key, "api/v1/holds", WISH);
    assertThat(held.statusCode()).as(held.body()).isEqualTo(201);
    String hold = String.valueOf(member(held, "id"));
    assertThat(header(held, "Location")).endsWith("/api/v1/holds/" + hold);
    assertThat(application.send(key, "POST", "api/v1/holds/" + hold + "/renewal", null).body())
        .contains("until");

    String booking = "{" + who + ",\"hold\":\"" + hold + "\"}";
    HttpResponse<String> booked = post(key, "api/v1/appointments", booking, "b-" + hold);
    assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
    HttpResponse<String> again = post(key, "api/v1/appointments", booking, "b-" + hold);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(booked.body());
    assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
    assertThat(header(again, "Content-Type")).isEqualTo(header(booked, "Content-Type"));
    isProblem(
        post(key, "api/v1/appointments/cancellation", booking, "b-" + hold),
        422,
        "idempotency-key-reused");

    String asked = "{" + who + "}";
    assertThat(post(key, "api/v1/appointments/lookup", asked).body()).isEqualTo(booked.body());
    String other = String.valueOf(member(post(key, "api/v1/holds", WISH), "id"));
    HttpResponse<String> moved =
        post(key, "api/v1/appointments/move", "{" + who + ",\"hold\":\"" + other + "\"}");
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    assertThat(member(moved, "confirmation")).isEqualTo(member(booked, "confirmation"));
    assertThat(post(key, "api/v1/appointments/cancellation", asked).body()).isEqualTo(moved.body());
    isProblem(post(key, "api/v1/appointments/lookup", asked), 404, "nothing-booked");
    HttpResponse<String> given = application.send(key, "DELETE", "api/v1/holds/" + other, null);
    assertThat(given.statusCode()).isEqualTo(204);
  }

  @Test
  void searchesAndCounts() throws Exception {
    String key = key("agent");
    HttpResponse<String> free =
        application.send(key, "GET", "api/v1/free?postcode=34117&daypart=MORNING&size=3", null);
    assertThat((List<?>) member(free, "items")).as(free.body()).hasSize(3);
    HttpResponse<String> stock = application.send(key, "GET", "api/v1/stock?postcode=34117", null);
    assertThat(member(stock, "kind")).as(stock.body()).isEqualTo("AVAILABLE");
  }

  @Test
  void whoAsksTooMuchAtOnceDisturbsNobodyElse() throws Exception {
    String siege = key("booking");
    String other = key("agent");
    String who = letter();
    try (Connection lock = application.database();
        Statement statement = lock.createStatement()) {
      lock.setAutoCommit(false);
      statement.execute(
          "INSERT INTO code_attempt (code, wrong_tries, last_try) VALUES ('%s', 0, UTC_TIMESTAMP)"
              .formatted(who.replaceFirst(".*\"code\":\"([0-9]+)\".*", "$1")));
      List<CompletableFuture<HttpResponse<String>>> crowd = crowd(siege, "{" + who + "}");
      othersHaveAnswers(crowd);

      HttpResponse<String> tooMuch = application.send(siege, "GET", CENTRES, null);
      isProblem(tooMuch, 429, "too-many-requests");
      assertThat(header(tooMuch, "Retry-After")).isEqualTo("1");
      assertThat(application.send(other, "GET", CENTRES, null).statusCode()).isEqualTo(200);
      assertThat(application.isDatabaseReady()).as("the telephone's side").isTrue();
      assertThat(crowd).filteredOn(answer -> !answer.isDone()).as("still wait").hasSize(AT_ONCE);

      lock.rollback();
      assertThat(crowd)
          .filteredOn(answer -> answer.join().statusCode() == 429)
          .hasSize(CROWD - AT_ONCE);
    }
    assertThat(application.send(siege, "GET", CENTRES, null).statusCode()).isEqualTo(200);
  }

  /** Returns when all but those that may wait at once have an answer, or fails. */
  private static void othersHaveAnswers(List<CompletableFuture<HttpResponse<String>>> crowd)
      throws InterruptedException {
    long end = System.nanoTime() + ANSWERS_LIMIT.toNanos();
    while (crowd.stream().filter(CompletableFuture::isDone).count() < CROWD - AT_ONCE) {
      assertThat(System.nanoTime()).as("answers in time: %s", crowd).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private List<CompletableFuture<HttpResponse<String>>> crowd(String key, String json) {
    List<CompletableFuture<HttpResponse<String>>> crowd = new ArrayList<>();
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (int i = 0; i < CROWD; i++) {
      crowd.add(
          http.sendAsync(
              application.request(key, "POST", "api/v1/appointments/lookup", json),
              BodyHandlers.ofString()));
    }
    return crowd;
  }

  @Test
  void aRevokedKeyIsOutWithinSeconds() throws Exception {
    String name = "gone-" + UUID.randomUUID().toString().substring(0, 8);
    String key = application.key(name, "supervisor", AT_ONCE);
    assertThat(application.send(key, "GET", CENTRES, null).statusCode()).isEqualTo(200);
    assertThat(application.launched("key", "list")).contains(name + "\tsupervisor\t8\t");
    application.launched("key", "revoke", name);
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (application.send(key, "GET", CENTRES, null).statusCode() != 401) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(200);
    }
  }

  @Test
  void aPromptIsEditedHeardPublishedAndTakenBack() throws Exception {
    String key = key("supervisor");
    String prompt = "api/v1/prompts/identity.locked";
    String written = "{\"text\":\"Der Code ist bis {until} gesperrt.\",\"why\":\"kürzer\"}";
    HttpResponse<String> added = post(key, prompt + "/de/versions", written);
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    String version = header(added, "Location").replaceFirst(".*/", "");
    HttpResponse<String> heard =
        application.send(
            key, "GET", prompt + "/audio?language=de&until=09:30&version=" + version, null);
    assertThat(header(heard, "Content-Type")).as(heard.body()).startsWith("audio/wav");
    String published = prompt + "/de/published";
    String tag = header(application.send(key, "GET", published, null), "ETag");
    String wanted = "{\"version\":" + version + ",\"why\":\"kürzer\"}";
    HttpResponse<String> done = application.send(key, "PUT", published, wanted, "If-Match", tag);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    HttpResponse<String> back =
        application.send(key, "DELETE", published + "?why=zu+kurz", null, "If-Match", tag);
    isProblem(back, 409, "outdated");
    String now = header(done, "ETag");
    back = application.send(key, "DELETE", published + "?why=zu+kurz", null, "If-Match", now);
    assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
    isProblem(application.send(key("agent"), "GET", "api/v1/prompts", null), 403, "forbidden");
    String noise = "x".repeat(100_000);
    String recording = prompt.replace("identity.locked", "farewell") + "/de/versions?why=x";
    isProblem(
        application.send(key, "POST", recording, noise, "Content-Type", "audio/wav"),
        422,
        "prompt-refused");
  }

  @Test
  void transcriptsHaveTheirOwnToken() throws Exception {
    String path = "api/calls/none/transcript";
    isProblem(application.send(application.token(), "GET", path, null), 404, "not-found");
    isProblem(application.send(null, "GET", path, null), 401, "unauthorized");
    isProblem(application.send(key("supervisor"), "GET", path, null), 401, "unauthorized");
  }

  @Test
  void theDescriptionNamesEveryMethod() throws Exception {
    HttpResponse<String> answer =
        application.send(null, "GET", "openapi", null, "Accept", "application/json");
    Map<?, ?> paths = object(RunningApplication.json(answer.body()).get("paths"));
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("de.durchkommen");
    int methods = 0;
    for (JavaMethod method : methods(classes)) {
      methods++;
      Map<?, ?> operation = object(object(paths.get(path(method))).get(verb(method)));
      assertThat(operation).as(verb(method) + " " + path(method)).isNotEmpty();
      assertThat(String.valueOf(operation.get("responses"))).contains("#/components/responses/");
    }
    assertThat(methods).isGreaterThan(10);
    assertThat(answer.body())
        .contains("\"bearer\"", "urn:durchkommen:problem", "Idempotency-Key", "\"Held\"");
  }

  private static Map<?, ?> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<JavaMethod> methods(JavaClasses classes) {
    return classes.stream()
        .filter(type -> type.isAnnotatedWith(Path.class))
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
        .toList();
  }

  private static String verb(JavaMethod method) {
    return method.getAnnotations().stream()
        .filter(word -> word.getRawType().isAnnotatedWith(HttpMethod.class))
        .map(word -> word.getRawType().getAnnotationOfType(HttpMethod.class).value())
        .findFirst()
        .orElseThrow()
        .toLowerCase(Locale.ROOT);
  }

  private static String path(JavaMethod method) {
    String path = "/api/" + method.getOwner().getAnnotationOfType(Path.class).value();
    return method.isAnnotatedWith(Path.class)
        ? path + "/" + method.getAnnotationOfType(Path.class).value()
        : path;
  }

  /** Code and birth date of somebody without appointments, as members of a body. */
  private String letter() throws Exception {
    try (Connection connection = application.database();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT code, birth_date FROM person WHERE id NOT IN"
                    + " (SELECT person_id FROM appointment_event) ORDER BY RAND() LIMIT 1")) {
      assertThat(row.next()).isTrue();
      return "\"code\":\"%s\",\"birthDate\":\"%s\"".formatted(row.getString(1), row.getString(2));
    }
  }
}
