package de.durchkommen.api;

import de.durchkommen.launch.RunningApplication;
import de.durchkommen.web.Fuzz;
import de.durchkommen.web.Fuzz.Shot;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Requests of one sender, some at once: what was wrong with the answers, and how long they took.
 */
final class Volley {
  private static final int AT_ONCE = 4;
  private static final int SLOWEST = 10;
  private static final int SERVER_ERROR = 500;
  private static final int UNKNOWN = 503;
  private static final int ERROR = 400;

  /** Calls beside it have the processors first. What hangs shows in the longest of the requests. */
  private static final Duration LIMIT = Duration.ofMinutes(8);

  private final Sender sender;
  private final Queue<Took> took = new ConcurrentLinkedQueue<>();
  private final long begun = System.nanoTime();

  Volley(Sender sender) {
    this.sender = sender;
  }

  /** Sends a request as somebody. */
  interface Sender {
    HttpResponse<String> send(Shot shot) throws Exception;
  }

  private record Took(Duration time, String what) {}

  /** Sends all; what was wrong. */
  List<String> fired(List<Shot> shots) throws Exception {
    Queue<String> faults = new ConcurrentLinkedQueue<>();
    try (ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> under = new ArrayList<>();
      for (Shot shot : shots) {
        under.add(
            crowd.submit(() -> {
              fault(shot)
                  .map(fault -> "%s, %s: %s".formatted(shot.operation(), shot.what(), fault))
                  .ifPresent(faults::add);
              return null;
            }));
      }
      for (Future<?> one : under) {
        one.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      }
    }
    return List.copyOf(faults);
  }

  /** The longest that an answer took. */
  Duration longest() {
    return took.stream().map(Took::time).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  /** How many in how long, and the slowest. */
  String told() {
    return "%d requests in %.1f s; the slowest:%n"
            .formatted(took.size(), (System.nanoTime() - begun) / 1e9)
        + took.stream()
            .sorted(Comparator.comparing(Took::time).reversed())
            .limit(SLOWEST)
            .map(one -> "  %d ms %s".formatted(one.time().toMillis(), one.what()))
            .collect(Collectors.joining("\n"));
  }

  private Optional<String> fault(Shot shot) throws Exception {
    long sent = System.nanoTime();
    HttpResponse<String> answer = sender.send(shot);
    took.add(
        new Took(
            Duration.ofNanos(System.nanoTime() - sent),
            "%s, %s: %d".formatted(shot.operation(), shot.what(), answer.statusCode())));
    int status = answer.statusCode();
    if (status >= SERVER_ERROR && status != UNKNOWN) {
      return Optional.of("status " + status + " " + answer.body());
    }
    if (shot.path().contains("%00") && isRefusedUnread(answer)) {
      return Optional.empty();
    }
    if (status >= ERROR && !isProblem(answer)) {
      return Optional.of("status " + status + " " + answer.headers().map());
    }
    return told(answer);
  }

  /** The server itself refuses an address with a sign that no address can have, without a word. */
  private static boolean isRefusedUnread(HttpResponse<String> answer) {
    return answer.statusCode() == ERROR && answer.body().isEmpty();
  }

  private static boolean isProblem(HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("none");
    if (!type.equals("application/problem+json")) {
      return false;
    }
    Map<?, ?> problem = RunningApplication.json(answer.body());
    return String.valueOf(problem.get("type")).startsWith("urn:durchkommen:problem:")
        && problem.get("title") != null
        && problem.get("status") != null
        && problem.get("detail") != null;
  }

  /** What was sent is in no header, but for the id of a request when it is a harmless one. */
  private static Optional<String> told(HttpResponse<String> answer) {
    return answer.headers().map().entrySet().stream()
        .filter(header -> !header.getKey().equalsIgnoreCase("X-Request-Id"))
        .filter(header -> !isPlainAddress(header))
        .filter(header ->
            header.getKey().equalsIgnoreCase("X-Injected")
                || header.getValue().toString().contains(Fuzz.MARK))
        .map(header -> "a header tells what was sent: " + header)
        .findFirst();
  }

  /** Where what was made is, by a name that was sent and is allowed. */
  private static boolean isPlainAddress(Map.Entry<String, List<String>> header) {
    return header.getKey().equalsIgnoreCase("Location")
        && header.getValue().getFirst().matches("http://[a-z0-9.:]+/[A-Za-z0-9/_-]+");
  }
}
