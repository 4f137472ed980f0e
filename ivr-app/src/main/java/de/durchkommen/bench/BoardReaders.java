package de.durchkommen.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Supervisors who look at the wallboard, as browsers do: logged in, with a stream of events. */
final class BoardReaders {
  private static final int STREAMS_EACH = 4;
  private static final String CHOSEN = "fünf alte Pferde";
  private static final int OK = 200;
  private static final Pattern CSRF = Pattern.compile("\"csrf\":\"([^\"]+)\"");
  private static final Pattern COUNT = Pattern.compile("\"waiting\":\\{([^}]*)}");
  private static final Pattern NUMBER = Pattern.compile(":(\\d+)");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI site;
  private final List<String> cookies = new ArrayList<>();

  /**
   * Logs them in, and has each choose a password.
   *
   * @param accounts as {@code name:password,…}
   */
  BoardReaders(int port, String accounts) throws IOException, InterruptedException {
    site = URI.create("http://127.0.0.1:" + port + "/api/v1/");
    for (String account : accounts.split(",", -1)) {
      String[] parts = account.split(":", 2);
      cookies.add(settled(parts[0], parts[1]));
    }
  }

  private String settled(String name, String first) throws IOException, InterruptedException {
    HttpResponse<String> login =
        sent(
            "POST",
            "session",
            "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, first),
            "Accept",
            "application/json");
    String cookie = cookie(login).orElseThrow();
    Matcher token = CSRF.matcher(login.body());
    if (!token.find()) {
      throw new IOException("Keine Anmeldung: " + login.statusCode());
    }
    HttpResponse<String> changed =
        sent(
            "PUT",
            "session/password",
            "{\"old\":\"%s\",\"new\":\"%s\"}".formatted(first, CHOSEN),
            "Cookie",
            cookie,
            "X-CSRF-Token",
            token.group(1));
    return cookie(changed).orElse(cookie);
  }

  private static Optional<String> cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").map(all -> all.replaceFirst(";.*", ""));
  }

  private HttpResponse<String> sent(String method, String path, String json, String... headers)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(site.resolve(path))
            .headers(headers)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() != OK) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  /** How many wait for the script, as the hotline tells. */
  int waiting() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(site.resolve("queue")).header("Cookie", cookies.getFirst()).build();
    Matcher all = COUNT.matcher(http.send(request, BodyHandlers.ofString()).body());
    int waiting = 0;
    if (all.find()) {
      Matcher each = NUMBER.matcher(all.group(1));
      while (each.find()) {
        waiting += Integer.parseInt(each.group(1));
      }
    }
    return waiting;
  }

  /** Browsers that look, until this is closed. */
  final class Open implements AutoCloseable {
    private final AtomicLong states = new AtomicLong();
    private final List<InputStream> streams = new ArrayList<>();

    private void one(String cookie) throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(site.resolve("events"))
              .headers("Cookie", cookie, "Accept", "text/event-stream")
              .build();
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      if (answer.statusCode() != OK) {
        throw new IOException("events: " + answer.statusCode());
      }
      streams.add(answer.body());
      Thread.ofVirtual().start(() -> reads(answer.body()));
    }

    private void reads(InputStream events) {
      try {
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.equals("event: wallboard") || line.equals("event:wallboard")) {
            states.incrementAndGet();
          }
        }
      } catch (IOException closed) {
        // Nobody looks any more.
      }
    }

    /** How many states of the wallboard all of them have got so far. */
    long states() {
      return states.get();
    }

    @Override
    public void close() throws IOException {
      for (InputStream stream : streams) {
        stream.close();
      }
    }
  }

  /** So many begin to look. */
  Open open(int browsers) throws IOException, InterruptedException {
    Open open = new Open();
    for (int i = 0; i < browsers; i++) {
      open.one(cookies.get(i / STREAMS_EACH));
    }
    return open;
  }
}
