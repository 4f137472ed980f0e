package de.durchkommen.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Live events over HTTP. */
@UsesApplication
class EventsIT {
  private static final String EVENTS = "api/v1/events";
  private static final int MOST_OF_AN_ACCOUNT = 4;
  private static final int MOST_REQUESTS = 8;

  /** What a browser waits for at most; the rest is for a busy machine. */
  private static final Duration AT_ONCE = Duration.ofMillis(200);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RunningApplication application;

  EventsIT(RunningApplication application) {
    this.application = application;
  }

  /** A browser that listens. */
  private static final class Ears implements AutoCloseable {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final int status;

    Ears(RunningApplication application, String cookie) throws Exception {
      HttpResponse<InputStream> answer =
          http.send(
              application.request(
                  null, "GET", EVENTS, null, "Cookie", cookie, "Accept", "text/event-stream"),
              BodyHandlers.ofInputStream());
      status = answer.statusCode();
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      assertThat(answer.headers().firstValue("Cache-Control").orElse("")).isEqualTo("no-store");
      Thread.ofVirtual().start(() -> read(answer.body()));
    }

    private void read(InputStream body) {
      try (body) {
        new java.io.BufferedReader(new java.io.InputStreamReader(body, StandardCharsets.UTF_8))
            .lines()
            .forEach(lines::add);
      } catch (IOException | java.io.UncheckedIOException gone) {
        // As at its end.
      }
      lines.add("(closed)");
    }

    /** Waits for a line that begins so. */
    String line(String beginning) throws InterruptedException {
      long end = System.nanoTime() + PATIENCE.toNanos();
      @Nullable String line = "";
      List<String> heard = new ArrayList<>();
      while (line != null && !line.startsWith(beginning)) {
        line = lines.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        heard.add(String.valueOf(line));
      }
      assertThat(line).as("%s in %s", beginning, heard).isNotNull();
      return java.util.Objects.requireNonNull(line);
    }

    @Override
    public void close() {
      http.shutdownNow();
    }
  }

  @Test
  void aStreamGreetsBeatsAndEndsAtOnceWithItsSession() throws Exception {
    Person.Session session = Person.settled(application, "agent").session(application);
    try (Ears ears = new Ears(application, session.cookie())) {
      assertThat(ears.status).isEqualTo(200);
      ears.line("event: hello");
      assertThat(ears.line("id: ")).matches("id: [a-z0-9]+-[0-9]+");
      assertThat(ears.line("data: ")).isEqualTo("data: {\"beatSeconds\":15}");
      assertThat(ears.line(":")).as("a comment as heartbeat").startsWith(":");
      ears.line("event: beat");
      long before = System.nanoTime();
      assertThat(session.send("DELETE", Person.SESSION, null).statusCode()).isEqualTo(204);
      long answered = System.nanoTime();
      ears.line("event: end");
      Duration after = Duration.ofNanos(System.nanoTime() - answered);
      assertThat(ears.line("data: ")).isEqualTo("data: {\"reason\":\"SESSION\"}");
      ears.line("(closed)");
      assertThat(after).as("after the answer to %d ns", answered - before).isLessThan(AT_ONCE);
    }
  }

  @Test
  void aFurtherStreamEndsTheOldestAndNoneTakesAPlaceOfARequest() throws Exception {
    Person.Session session = Person.settled(application, "supervisor").session(application);
    List<Ears> all = new ArrayList<>();
    try {
      for (int i = 0; i <= MOST_OF_AN_ACCOUNT; i++) {
        all.add(new Ears(application, session.cookie()));
        all.getLast().line("event: hello");
      }
      assertThat(all.getFirst().line("data: {\"reason\"")).contains("TOO_MANY");
      all.getFirst().line("(closed)");
      for (int i = 0; i < MOST_REQUESTS; i++) {
        assertThat(session.send("GET", Person.SESSION, null).statusCode()).isEqualTo(200);
      }
    } finally {
      all.forEach(Ears::close);
    }
  }

  @Test
  void onlyPeopleListen() throws Exception {
    String key = application.key("listener-" + System.nanoTime(), "agent", 2);
    HttpResponse<String> program = application.send(key, "GET", EVENTS, null);
    assertThat(program.statusCode()).as(program.body()).isEqualTo(403);
    assertThat(program.body()).contains("people-only");
    assertThat(program.headers().firstValue("Content-Type")).contains("application/problem+json");
    HttpResponse<String> nobody = application.send(null, "GET", EVENTS, null);
    assertThat(nobody.statusCode()).isEqualTo(401);
  }

  @Test
  void aStreamEndsWhenAnAccountIsDisabledOnAnotherNode() throws Exception {
    Person erika = Person.settled(application, "agent");
    try (Ears ears = new Ears(application, erika.session(application).cookie())) {
      ears.line("event: hello");
      application.launched("account", "disable", erika.name());
      assertThat(ears.line("data: {\"reason\"")).contains("SESSION");
    }
  }

  @Test
  void aBrowserThatGoesIsForgotten() throws Exception {
    Person erika = Person.settled(application, "agent");
    String cookie = erika.session(application).cookie();
    for (int i = 0; i < 3 * MOST_OF_AN_ACCOUNT; i++) {
      URI url = URI.create(RunningApplication.url("/" + EVENTS));
      try (Socket socket = new Socket(url.getHost(), url.getPort())) {
        socket
            .getOutputStream()
            .write(
                ("GET /" + EVENTS + " HTTP/1.1\r\nHost: x\r\nCookie: " + cookie + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
      }
    }
    try (Ears ears = new Ears(application, cookie)) {
      ears.line("event: hello");
    }
  }
}
