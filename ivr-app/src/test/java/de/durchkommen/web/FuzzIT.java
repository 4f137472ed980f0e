package de.durchkommen.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.RunningApplication;
import de.durchkommen.web.Fuzz.Shot;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Whatever somebody sends who is logged in: the answer is a problem, and the log says nothing. */
@ExtendWith(RunningApplication.Shared.class)
@Isolated("a second application starts, and calls beside it would stutter")
class FuzzIT {
  private static final int AT_ONCE = 4;
  private static final int SERVER_ERROR = 500;
  private static final int UNKNOWN = 503;
  private static final int ERROR = 400;
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final RunningApplication application;

  FuzzIT(RunningApplication application) {
    this.application = application;
  }

  /** Sends a request as somebody. */
  private interface Sender {
    HttpResponse<String> send(Shot shot) throws Exception;
  }

  @Test
  void whateverIsSentTheAnswerIsAProblemAndTheLogSaysNothing() throws Exception {
    Fuzz fuzz = Fuzz.of(application);
    String key = application.key("fuzz-" + System.nanoTime() % 1_000_000, "booking", 8);
    Map<String, Sender> senders =
        Map.of(
            "booking",
            shot -> application.send(key, shot.method(), shot.path(), shot.body(), headers(shot)),
            "agent",
            person("agent"),
            "supervisor",
            person("supervisor"));
    // A stream of events has no end, and a logout ends the session that all are sent with.
    List<Shot> shots =
        fuzz.shots().stream()
            .filter(shot -> !shot.path().contains("v1/events"))
            .filter(shot -> !shot.method().equals("DELETE") || !shot.path().endsWith("v1/session"))
            .toList();
    assertThat(shots).hasSizeGreaterThan(1_000);
    long begun = System.nanoTime();
    Queue<String> faults = new ConcurrentLinkedQueue<>();
    for (Map.Entry<String, Sender> sender : senders.entrySet()) {
      all(sender.getKey(), sender.getValue(), shots, faults);
    }
    System.out.printf(
        "%d requests in %d s%n",
        3 * shots.size(), Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    assertThat(faults).isEmpty();
    assertThat(application.log()).doesNotContain(Fuzz.MARK);
    assertThat(application.isDatabaseReady()).isTrue();
  }

  private static String[] headers(Shot shot) {
    return shot.headers().toArray(String[]::new);
  }

  private Sender person(String role) throws Exception {
    Person.Session session = Person.settled(application, role).session(application);
    return shot -> session.send(shot.method(), shot.path(), shot.body(), headers(shot));
  }

  private static void all(String who, Sender sender, List<Shot> shots, Queue<String> faults)
      throws Exception {
    try (ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> under = new ArrayList<>();
      for (Shot shot : shots) {
        under.add(
            crowd.submit(() -> {
              fault(sender, shot)
                  .map(fault ->
                      who
                          + ": "
                          + shot.method()
                          + " "
                          + shot.path()
                          + ", "
                          + shot.what()
                          + ": "
                          + fault)
                  .ifPresent(faults::add);
              return null;
            }));
      }
      for (Future<?> one : under) {
        one.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      }
    }
  }

  private static Optional<String> fault(Sender sender, Shot shot) throws Exception {
    HttpResponse<String> answer = sender.send(shot);
    int status = answer.statusCode();
    if (status >= SERVER_ERROR && status != UNKNOWN) {
      return Optional.of("status " + status + " " + answer.body());
    }
    if (status >= ERROR) {
      String type = answer.headers().firstValue("Content-Type").orElse("none");
      return type.equals("application/problem+json") && isProblem(answer.body())
          ? Optional.empty()
          : Optional.of("status " + status + ", type " + type);
    }
    return answer.headers().firstValue("X-Injected").map(value -> "a header was injected");
  }

  private static boolean isProblem(String body) {
    Map<?, ?> problem = RunningApplication.json(body);
    return String.valueOf(problem.get("type")).startsWith("urn:durchkommen:problem:")
        && problem.get("title") != null
        && problem.get("status") != null
        && problem.get("detail") != null;
  }
}
