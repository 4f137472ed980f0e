package de.durchkommen.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.RunningApplication;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account.
 *
 * @param name with which they log in
 * @param password theirs as of now
 */
public record Person(String name, String password) {
  /** What {@link #settled} people have chosen. */
  public static final String CHOSEN = "vier alte Pferde";

  static final String SESSION = "api/v1/session";

  /** Somebody new, who has to choose a password first. */
  public static Person fresh(RunningApplication application, String role)
      throws IOException, InterruptedException {
    String name = role + "-" + UUID.randomUUID().toString().substring(0, 8);
    String words =
        application.launched("account", "add", name, "--role", role, "--shown", shown(role));
    String password =
        words
            .lines()
            .filter(line -> line.matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"))
            .findFirst()
            .orElseThrow();
    return new Person(name, password);
  }

  private static String shown(String role) {
    return role.equals("agent") ? "Erika Beispiel" : "Max Muster";
  }

  /** Somebody who has chosen a password. */
  public static Person settled(RunningApplication application, String role)
      throws IOException, InterruptedException {
    Person fresh = fresh(application, role);
    String change = "{\"old\":\"%s\",\"new\":\"%s\"}".formatted(fresh.password, CHOSEN);
    HttpResponse<String> changed =
        fresh.session(application).send("PUT", SESSION + "/password", change);
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    return new Person(fresh.name, CHOSEN);
  }

  /** Logs in as a program would. */
  public Session session(RunningApplication application) throws IOException, InterruptedException {
    String login = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    HttpResponse<String> answer = application.send(null, "POST", SESSION, login);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    return new Session(
        application, cookie, String.valueOf(RunningApplication.json(answer.body()).get("csrf")));
  }

  /** How the name is written in SQL. */
  String sql() {
    return "'" + name.toLowerCase(Locale.ROOT) + "'";
  }

  /** A session of somebody, without a browser. */
  public record Session(RunningApplication application, String cookie, String csrf) {
    /** Sends this with the cookie and the token. */
    public HttpResponse<String> send(
        String method, String path, @Nullable String json, String... headers)
        throws IOException, InterruptedException {
      String[] all = new String[headers.length + 4];
      System.arraycopy(headers, 0, all, 4, headers.length);
      all[0] = "Cookie";
      all[1] = cookie;
      all[2] = "X-CSRF-Token";
      all[3] = csrf;
      return application.send(null, method, path, json, all);
    }
  }
}
