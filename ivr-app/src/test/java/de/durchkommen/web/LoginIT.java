package de.durchkommen.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Logging in as a browser does it, over HTTP. */
@UsesApplication
class LoginIT {
  private static final String SESSION = "api/v1/session";
  private static final String CENTRES = "api/v1/centres?postcode=34117";
  private static final String CHOSEN = "vier alte Pferde";

  private final RunningApplication application;
  private String cookie = "";
  private String csrf = "";

  LoginIT(RunningApplication application) {
    this.application = application;
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private HttpResponse<String> login(String name, String password) throws Exception {
    String json = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    return remembered(application.send(null, "POST", SESSION, json));
  }

  private HttpResponse<String> remembered(HttpResponse<String> answer) {
    if (answer.statusCode() == 200) {
      cookie = header(answer, "Set-Cookie").replaceFirst(";.*", "");
      csrf = String.valueOf(RunningApplication.json(answer.body()).get("csrf"));
    }
    return answer;
  }

  private HttpResponse<String> send(String method, String path, String json, String... headers)
      throws Exception {
    String[] all = new String[headers.length + 2];
    all[0] = "Cookie";
    all[1] = cookie;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return application.send(null, method, path, json.isEmpty() ? null : json, all);
  }

  private static void isProblem(HttpResponse<String> answer, int status, String kind) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(RunningApplication.json(answer.body()).get("type"))
        .isEqualTo("urn:durchkommen:problem:" + kind);
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
  }

  private static String password(String words) {
    return words
        .lines()
        .filter(line -> line.matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void fromTheFirstPasswordToTheLogout() throws Exception {
    String name = "erika-" + UUID.randomUUID().toString().substring(0, 8);
    String first =
        password(
            application.launched(
                "account", "add", name, "--role", "agent", "--shown", "Erika Beispiel"));
    isProblem(login(name, CHOSEN), 401, "login-refused");
    HttpResponse<String> in = login(name, first);
    assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
    assertThat(in.body()).contains("\"mustChange\":true", "Erika Beispiel");
    assertThat(header(in, "Set-Cookie"))
        .matches("dk_session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
    isProblem(send("GET", CENTRES, ""), 403, "password-change-needed");

    String change = "{\"old\":\"%s\",\"new\":\"%s\"}".formatted(first, CHOSEN);
    isProblem(send("PUT", SESSION + "/password", change), 403, "csrf");
    HttpResponse<String> changed =
        remembered(send("PUT", SESSION + "/password", change, "X-CSRF-Token", csrf));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);

    assertThat(send("GET", CENTRES, "").statusCode()).isEqualTo(200);
    isProblem(send("GET", "api/v1/accounts", ""), 403, "forbidden");
    String wish = "{\"postcode\":\"34117\"}";
    isProblem(send("POST", "api/v1/holds", wish, "Idempotency-Key", "k"), 403, "csrf");
    isProblem(
        send("POST", "api/v1/holds", wish, "X-CSRF-Token", csrf, "Origin", "http://evil.example"),
        403,
        "foreign-origin");
    // What is held is for the caller at hand, at the desk.
    isProblem(
        send("POST", "api/v1/holds", wish, "X-CSRF-Token", csrf, "Idempotency-Key", "k"),
        403,
        "forbidden");
    isProblem(
        send(
            "POST",
            "api/v1/desk/appointments/hold",
            wish,
            "X-CSRF-Token",
            csrf,
            "Idempotency-Key",
            "k"),
        409,
        "no-talk");

    assertThat(send("DELETE", SESSION, "", "X-CSRF-Token", csrf).statusCode()).isEqualTo(204);
    isProblem(send("GET", CENTRES, ""), 401, "unauthorized");
    isProblem(send("GET", SESSION, ""), 401, "not-logged-in");
  }

  @Test
  void aDisabledAccountIsOutAtOnce() throws Exception {
    String name = "max-" + UUID.randomUUID().toString().substring(0, 8);
    application.launched("account", "add", name, "--role", "supervisor");
    String first = password(application.launched("account", "password", name));
    login(name, first);
    assertThat(send("GET", SESSION, "").statusCode()).isEqualTo(200);
    assertThat(application.launched("account", "list")).contains(name + "\tsupervisor\t");
    application.launched("account", "disable", name);
    isProblem(send("GET", SESSION, ""), 401, "not-logged-in");
    isProblem(login(name, first), 401, "login-refused");
  }

  @Test
  void pagesRunNothingThatIsNotOurs() throws Exception {
    for (String path : new String[] {"anmelden", "web/durchkommen.css", CENTRES}) {
      HttpResponse<String> answer = application.send(null, "GET", path, null);
      assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'none'; ");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    }
  }
}
