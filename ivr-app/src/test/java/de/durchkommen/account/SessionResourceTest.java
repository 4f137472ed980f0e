package de.durchkommen.account;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Departures;
import de.durchkommen.api.RestStage;
import de.durchkommen.api.RestStage.Answer;
import de.durchkommen.api.Role;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in and out as a page sees it, in JSON; the door is tested by itself. */
class SessionResourceTest {
  private static final String PATH = "/api/v1/session";
  private static final ApiClient ERIKA = new ApiClient("@erika", Role.AGENT);
  private static Desks desks;
  private static RestStage stage;

  @BeforeAll
  static void open() {
    desks = new Desks();
    stage = stage(desks.settings);
  }

  private static RestStage stage(SessionSettings settings) {
    return new RestStage(
        desks.database.patient(),
        desks.clock,
        new SessionResource(desks.login, settings, new Departures()));
  }

  @AfterAll
  static void close() {
    desks.close();
  }

  @BeforeEach
  void accounts() {
    desks.clear();
    desks.add("erika", Role.AGENT);
  }

  private static String body(String name, String password) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("password", password)
        .build()
        .toString();
  }

  private static Answer login() {
    return stage.post(null, PATH, body("erika", Desks.PASSWORD));
  }

  private static String cookie(Answer answer) {
    return String.valueOf(answer.headers().get("Set-Cookie")).replaceFirst(";.*", "");
  }

  private static Answer send(
      @Nullable ApiClient client,
      String method,
      String path,
      @Nullable String json,
      String cookie) {
    return stage.send(client, method, path, json, Map.of("Cookie", cookie));
  }

  @Test
  void aLoginAnswersWhoItIsAndSetsACookieForUsOnly() {
    Answer answer = login();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json())
        .containsEntry("name", "erika")
        .containsEntry("shownName", "Erika Beispiel")
        .containsEntry("role", "AGENT")
        .containsEntry("mustChange", false)
        .containsKey("csrf");
    assertThat(answer.headers().get("Set-Cookie"))
        .matches("dk_session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
    Answer secure =
        stage(new SessionSettings(Desks.IDLE, true))
            .post(null, PATH, body("erika", Desks.PASSWORD));
    assertThat(secure.headers().get("Set-Cookie")).endsWith("; SameSite=Strict; Secure");
  }

  @Test
  void aPageThatIsLoadedAnewAsksWhoIsLoggedIn() {
    Answer answer = login();
    Answer again = send(ERIKA, "GET", PATH, null, cookie(answer));
    assertThat(again.json()).isEqualTo(answer.json());
    assertThat(send(null, "GET", PATH, null, cookie(answer)).problem()).isEqualTo("not-logged-in");
    ApiClient key = new ApiClient("erika", Role.AGENT);
    assertThat(send(key, "GET", PATH, null, cookie(answer)).status()).isEqualTo(401);
  }

  @Test
  void logoutTakesCookieAndSession() {
    String cookie = cookie(login());
    Answer out = send(ERIKA, "DELETE", PATH, null, cookie);
    assertThat(out.status()).isEqualTo(204);
    assertThat(out.headers().get("Set-Cookie"))
        .isEqualTo("dk_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict");
    assertThat(send(ERIKA, "GET", PATH, null, cookie).status()).isEqualTo(401);
    assertThat(send(null, "DELETE", PATH, null, cookie).status()).isEqualTo(204);
  }

  @Test
  void aFirstPasswordIsChanged() {
    desks.database.execute("UPDATE account SET must_change = 1");
    Answer first = login();
    assertThat(first.member("mustChange")).isEqualTo(true);
    String change = "{\"old\":\"%s\",\"new\":\"%s\"}";
    Answer unfit =
        send(
            ERIKA,
            "PUT",
            PATH + "/password",
            change.formatted(Desks.PASSWORD, "kurz"),
            cookie(first));
    assertThat(unfit.status()).isEqualTo(400);
    assertThat(unfit.member("detail")).isEqualTo("Das Passwort muss mindestens 10 Zeichen haben.");
    Answer changed =
        send(
            ERIKA,
            "PUT",
            PATH + "/password",
            change.formatted(Desks.PASSWORD, "Ein neuer Satz"),
            cookie(first));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.member("mustChange")).isEqualTo(false);
    assertThat(send(ERIKA, "GET", PATH, null, cookie(first)).status()).isEqualTo(401);
    assertThat(send(ERIKA, "GET", PATH, null, cookie(changed)).json()).isEqualTo(changed.json());
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":null,\"password\":null}",
        "{\"name\":\"erika\"}",
        "{\"password\":\"vier alte Pferde\"}",
        "{\"name\":\"\",\"password\":\"vier alte Pferde\"}",
        "{\"name\":{},\"password\":\"x\"}",
        "{\"name\":[\"erika\"],\"password\":\"x\"}",
        "{\"name\":\"erika\",\"password\":[]}",
        "[]",
        "null",
        "\"erika\"",
        "{\"name\":",
        "",
        "\u0000"
      })
  void whatIsNoLoginIsTheClientsError(String json) {
    Answer answer = stage.post(null, PATH, json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid");
    assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
  }

  @Test
  void nothingThatIsTypedOpensBreaksOrComesBack() {
    List<String> logged = new ArrayList<>();
    Handler listening = listening(logged);
    Logger.getLogger("").addHandler(listening);
    try {
      Random random = new Random(42);
      for (int i = 0; i < 300; i++) {
        String name = typed(random);
        String password = typed(random) + "Z9-geheim";
        Answer answer = stage.post(null, PATH, body(name, password));
        assertThat(answer.status()).as(name).isIn(400, 401, 429);
        assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
        assertThat(answer.body()).doesNotContain("Z9-geheim", "<script", "SELECT");
      }
    } finally {
      Logger.getLogger("").removeHandler(listening);
    }
    assertThat(String.join("\n", logged)).doesNotContain("Z9-geheim", "<script", "vier alte");
    assertThat(login().status()).as("nobody was disturbed").isIn(200, 429);
    assertThat(desks.database.rows("SELECT name FROM account")).containsExactly("erika");
  }

  private static String typed(Random random) {
    List<String> parts =
        List.of(
            "erika",
            "' OR '1'='1",
            "\"; DROP TABLE account; --",
            "<script>alert(1)</script>",
            "\u0000",
            "\ud83d\ude42",
            "\ufb01",
            "%s%n",
            "${jndi:ldap://x}",
            "../..",
            "\r\nX: y",
            "SELECT 1",
            "\u202e",
            "a".repeat(60),
            "ä".repeat(600),
            " ");
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(parts.get(random.nextInt(parts.size())));
    }
    return text.toString();
  }

  private static Handler listening(List<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord told) {
        logged.add(
            String.format(
                Locale.ROOT,
                "%s %s %s",
                told.getMessage(),
                java.util.Arrays.toString(told.getParameters()),
                told.getThrown()));
      }

      @Override
      public void flush() {
        // Nothing is kept back.
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  @Test
  void recordsOfPasswordsDoNotShowThem() {
    assertThat(new SessionResource.Login("erika", "geheim").toString()).doesNotContain("geheim");
    assertThat(new SessionResource.PasswordChange("geheim", "geheimer").toString())
        .doesNotContain("geheim");
  }
}
