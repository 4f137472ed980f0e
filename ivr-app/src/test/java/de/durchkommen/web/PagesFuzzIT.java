package de.durchkommen.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent to the pages: they are shown, lead to the login, or say that it is not so. */
@UsesApplication
class PagesFuzzIT {
  private static final String EVIL = Fuzz.MARK + "<script>alert(1)</script>";
  private static final String ENCODED = Fuzz.MARK + "%3Cscript%3Ealert(1)%3C/script%3E";
  private static final List<String> PATHS =
      List.of("", "anmelden", "konto", "platz", "leitung", "nicht-gefunden", "stoerung", ENCODED);
  private static final List<String> QUERIES =
      List.of(
          "",
          "?weiter=" + ENCODED,
          "?weiter=//" + Fuzz.MARK + ".example",
          "?weiter=https://" + Fuzz.MARK + ".example/",
          "?weiter=javascript:" + Fuzz.MARK,
          "?weiter=%0d%0aX-Injected:1",
          "?weiter=/konto&weiter=//" + Fuzz.MARK,
          "?" + ENCODED + "=" + ENCODED.repeat(50));
  private static final List<String> TYPES =
      List.of(
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "application/json",
          "text/xml",
          "x/y; charset=" + Fuzz.MARK);
  private static final int SERVER_ERROR = 500;

  /** RFC 9110, 15.6.2: no resource of the server has such a method. */
  private static final int NO_SUCH_METHOD = 501;

  private static final int UNAVAILABLE = 503;

  private final RunningApplication application;

  PagesFuzzIT(RunningApplication application) {
    this.application = application;
  }

  private void isHarmless(HttpResponse<String> answer, String what) {
    assertThat(answer.statusCode()).as(what).isNotEqualTo(SERVER_ERROR);
    assertThat(answer.body()).as(what).doesNotContain(Fuzz.MARK, "Payara", "Grizzly", "Exception");
    if (!answer.body().isEmpty()) {
      assertThat(answer.headers().firstValue("Content-Security-Policy")).as(what).isPresent();
    }
    answer
        .headers()
        .map()
        .forEach((name, values) -> {
          assertThat(name.toLowerCase(Locale.ROOT)).as(what).isNotEqualTo("x-injected");
          assertThat(values.toString()).as("%s: %s", what, name).doesNotContain(Fuzz.MARK);
        });
    answer
        .headers()
        .firstValue("Location")
        .ifPresent(onward ->
            assertThat(onward).as(what).matches("/|/[a-z].*").doesNotContain("<", "\\", "\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "agent", "supervisor"})
  void whoeverAsks(String role) throws Exception {
    String cookie =
        role.isEmpty() ? "x=y" : Person.settled(application, role).session(application).cookie();
    for (String path : PATHS) {
      for (String query : QUERIES) {
        String address = path + query;
        HttpResponse<String> shown = application.send(null, "GET", address, null, "Cookie", cookie);
        isHarmless(shown, address);
        assertThat(shown.statusCode())
            .as(address)
            .isIn(200, 303, 403, 404, path.equals("stoerung") ? UNAVAILABLE : 200);
      }
      for (String type : TYPES) {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OTHER")) {
          // The server itself refuses one with a body, without a word.
          String body = method.equals("DELETE") ? null : "name=" + EVIL;
          HttpResponse<String> answer =
              application.send(null, method, path, body, "Content-Type", type, "Cookie", cookie);
          isHarmless(answer, method + " " + path + " " + type);
          assertThat(answer.statusCode())
              .as(method + " " + path)
              .isIn(403, 404, 405, NO_SUCH_METHOD);
        }
      }
    }
    assertThat(application.log()).doesNotContain(Fuzz.MARK);
  }

  @Test
  void cookiesOfAllKinds() throws Exception {
    List<String> cookies =
        List.of(
            "dk_session=" + EVIL,
            "dk_session=" + Fuzz.MARK + "x".repeat(5_000),
            "dk_session=" + "x".repeat(60_000),
            "dk_session=; dk_session=" + Fuzz.MARK,
            "=;;=;" + Fuzz.MARK,
            "a=b; ".repeat(500) + "dk_session=" + Fuzz.MARK,
            "dk_session=\"" + Fuzz.MARK,
            "dk_session=%00%0d%0a" + Fuzz.MARK,
            "$Version=1; dk_session=" + Fuzz.MARK + "; $Path=/");
    for (String cookie : cookies) {
      for (String path : List.of("anmelden", "konto", "api/v1/session", "api/v1/events")) {
        HttpResponse<String> answer = application.send(null, "GET", path, null, "Cookie", cookie);
        isHarmless(answer, path + " with a cookie of " + cookie.length());
        assertThat(answer.statusCode())
            .as("%s with %s", path, cookie)
            .isIn(path.startsWith("api") ? List.of(400, 401) : List.of(200, 303, 400));
      }
    }
    assertThat(application.log()).doesNotContain(Fuzz.MARK);
  }

  /** A form of another page can send this type without asking, and has the cookie. */
  @Test
  void aFormOfAnotherPageDoesNotLogIn() throws Exception {
    for (String type : List.of("application/x-www-form-urlencoded", "text/plain")) {
      HttpResponse<String> answer =
          application.send(
              null, "POST", "api/v1/session", "{\"name\":\"x\"}", "Content-Type", type);
      assertThat(answer.statusCode()).as(type).isEqualTo(415);
      isHarmless(answer, type);
    }
  }
}
