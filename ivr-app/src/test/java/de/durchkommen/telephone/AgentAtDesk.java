package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.RunningApplication;
import de.durchkommen.telephone.HotlineUnderTest.Said;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/** An agent with a registered telephone, who is logged in and does by REST what a desk does. */
final class AgentAtDesk implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration MOMENT = Duration.ofMillis(50);
  private static final String CHOSEN = "vier alte Pferde";
  private static final int OK = 200;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String name;
  private final Talker phone;
  private String cookie = "";
  private String csrf = "";

  private AgentAtDesk(String name, Talker phone) {
    this.name = name;
    this.phone = phone;
  }

  /** Somebody new, who is signed in and ready; their telephone says this tone. */
  static AgentAtDesk ready(HotlineUnderTest hotline, String name, int tone, String... languages)
      throws IOException, InterruptedException {
    Said added = HotlineUnderTest.account(name, "--role", "agent");
    assertThat(added.exitCode()).as(added.words()).isZero();
    AgentAtDesk agent = new AgentAtDesk(name, Talker.agent(hotline, name, tone));
    agent.logsIn(password(added.words()));
    String spoken = "\"" + String.join("\",\"", languages) + "\"";
    hotline.supervisor("PUT", "agents/" + name, "{\"languages\":[" + spoken + "]}");
    agent.does("PUT", "desk/seat", "{\"phone\":\"" + name + "\"}");
    agent.does("POST", "desk/seat/ready", "{}");
    return agent;
  }

  private static String password(String words) {
    return words
        .lines()
        .filter(line -> line.matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(words));
  }

  private void logsIn(String first) throws IOException, InterruptedException {
    String login = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, first);
    remembered(sent("POST", "session", login));
    String change = "{\"old\":\"%s\",\"new\":\"%s\"}".formatted(first, CHOSEN);
    remembered(sent("PUT", "session/password", change));
  }

  private void remembered(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(OK);
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookie = set.replaceFirst(";.*", ""));
    csrf = String.valueOf(RunningApplication.json(answer.body()).get("csrf"));
  }

  private HttpResponse<String> sent(String method, String path, String json)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(HotlineUnderTest.API + path))
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .header("Cookie", cookie)
            .header("X-CSRF-Token", csrf)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(method, BodyPublishers.ofString(json))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  /** Does it, and gives what the answer says. */
  Map<?, ?> does(String method, String path, String json) throws IOException, InterruptedException {
    HttpResponse<String> answer = sent(method, path, json);
    assertThat(answer.statusCode() / 100).as("%s %s: %s", method, path, answer.body()).isEqualTo(2);
    return answer.body().isEmpty() ? Map.of() : RunningApplication.json(answer.body());
  }

  int refused(String method, String path, String json) throws IOException, InterruptedException {
    return sent(method, path, json).statusCode();
  }

  Map<?, ?> desk() throws IOException, InterruptedException {
    return does("GET", "desk/state", "");
  }

  /** The desk, once it is so; within the usual limit. */
  Map<?, ?> deskOnce(Predicate<Map<?, ?>> so) throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    Map<?, ?> desk = desk();
    while (!so.test(desk)) {
      assertThat(System.nanoTime()).as("%s: %s", name, desk).isLessThan(end);
      Thread.sleep(MOMENT);
      desk = desk();
    }
    return desk;
  }

  /** The desk, once the seat is in this state. */
  Map<?, ?> deskIn(String state) throws IOException, InterruptedException {
    return deskOnce(desk -> state.equals(desk.get("state")));
  }

  static Map<?, ?> talk(Map<?, ?> desk) {
    return (Map<?, ?>) Objects.requireNonNull(desk.get("talk"), "no talk");
  }

  Talker phone() {
    return phone;
  }

  @Override
  public void close() throws IOException {
    try {
      sent("DELETE", "desk/seat", "");
      HotlineUnderTest.launcher("phone", "remove", name);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    } finally {
      phone.close();
      http.close();
    }
  }
}
