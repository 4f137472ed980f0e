package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The real application in Payara Micro with its own MariaDB and the demo, started by the launcher's
 * classes, but without Asterisk and without voices: for tests of REST resources. Once for all of
 * them in this process, in a folder and on ports of its own.
 */
public final class RunningApplication implements AutoCloseable {
  private static final int HTTP = Fork.port(18_091);
  private static final int HTTPS = Fork.port(18_093);
  private static final int AGI = Fork.port(14_591);

  /** It takes half a minute on a machine that does nothing else. */
  private static final Duration START_LIMIT = Duration.ofMinutes(4);

  private static final Duration WORD_LIMIT = Duration.ofMinutes(2);
  private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);

  /** Clients are read every 2 s; the rest is for a busy machine. */
  private static final Duration KNOWN_LIMIT = Duration.ofSeconds(10);

  private static final int UNAUTHORIZED = 401;

  private static final Duration POLL = Duration.ofMillis(250);

  /** It does not run for long enough to be worth the second compiler's work. */
  private static final String QUICKLY = "-XX:TieredStopAtLevel=1";

  private static final Path PROJECT =
      Path.of(System.getProperty("durchkommen.project", "..")).toAbsolutePath().normalize();
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "DURCHKOMMEN_HOME",
          PROJECT.resolve(Fork.folder("target/rest-home")).toString(),
          "DURCHKOMMEN_ASTERISK_START",
          "false",
          // Nobody listens here, and the others take processors that requests need.
          "DURCHKOMMEN_PROMPTS_WARM",
          "de",
          "DURCHKOMMEN_WEB_JAVA",
          QUICKLY,
          "DURCHKOMMEN_HTTP_PORT",
          String.valueOf(HTTP),
          "DURCHKOMMEN_HTTPS_PORT",
          String.valueOf(HTTPS),
          "DURCHKOMMEN_AGI_PORT",
          String.valueOf(AGI),
          "DURCHKOMMEN_DB_PORT",
          Fork.port("13391"));

  /** A refused body is cut off in HTTP/2, and the client then hears of that only. */
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Hotline hotline = new Hotline(Settings.of(PROJECT, ENVIRONMENT));
  private final List<Child> children = new ArrayList<>();

  private RunningApplication() throws IOException, InterruptedException {
    new RunFiles(hotline.home()).stopLeftOvers();
    Folders.delete(hotline.home().path());
    hotline.home().made();
    hotline.makeSecrets();
    try {
      for (Child child : hotline.children()) {
        children.add(child);
        child.start();
        if (child.part() instanceof DatabaseServer) {
          child.awaitReady();
        }
      }
      awaitDatabase();
    } catch (IOException | InterruptedException | RuntimeException | AssertionError failed) {
      close();
      throw failed;
    }
  }

  /** Without voices not all is ready; what resources need is. */
  private void awaitDatabase() throws InterruptedException, IOException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!isDatabaseReady()) {
      assertThat(children).as("parts that run").allMatch(Child::isAlive);
      assertThat(System.nanoTime()).as("ready in time").isLessThan(end);
      Thread.sleep(POLL);
    }
  }

  /** Whether the telephone's side has the database's answer, as {@code /health/ready} tells. */
  public boolean isDatabaseReady() throws InterruptedException {
    try {
      Map<?, ?> health = json(send(null, "GET", "health/ready", null).body());
      return health.get("checks") instanceof List<?> checks
          && checks.stream()
              .map(Map.class::cast)
              .anyMatch(check ->
                  "database".equals(check.get("name")) && "UP".equals(check.get("status")));
    } catch (IOException | RuntimeException notYet) {
      return false;
    }
  }

  /** Reads JSON. */
  public static Map<?, ?> json(String text) {
    return JsonbBuilder.create().fromJson(text, Map.class);
  }

  /** A new API key, as the operator makes it; returns when the application knows it. */
  public String key(String client, String role, int atOnce)
      throws IOException, InterruptedException {
    String words =
        launched("key", "add", client, "--role", role, "--at-once", String.valueOf(atOnce));
    String key = words.lines().filter(line -> line.startsWith("dk_")).findFirst().orElseThrow();
    long end = System.nanoTime() + KNOWN_LIMIT.toNanos();
    while (send(key, "GET", "api/none", null).statusCode() == UNAUTHORIZED) {
      assertThat(System.nanoTime()).as("the key is known in time").isLessThan(end);
      Thread.sleep(POLL);
    }
    return key;
  }

  /** What a word of the launcher says; it has to succeed. */
  public String launched(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(PROJECT.resolve("durchkommen").toString());
    command.addAll(List.of(words));
    Commands.Result result = Commands.run(WORD_LIMIT, command, ENVIRONMENT);
    assertThat(result.exitCode()).as("%s: %s", command, result.output()).isZero();
    return result.output();
  }

  /** The database, for what a test sets up or looks at. */
  public Connection database() throws SQLException, IOException {
    return hotline.database().connected();
  }

  /** The token of the test telephone. */
  public String token() throws IOException {
    return Files.readString(hotline.home().run().resolve("token")).strip();
  }

  /** The address of a page, as a browser has it; {@code path} begins with a slash. */
  public static String url(String path) {
    return "http://127.0.0.1:" + HTTP + path;
  }

  /** The same by TLS. */
  public static String secureUrl(String path) {
    return "https://127.0.0.1:" + HTTPS + path;
  }

  /** The certificate that it is known by there (PEM). */
  public Path certificate() {
    return hotline.home().run().resolve("tls.crt");
  }

  /** What the application has written into its log. */
  public String log() throws IOException {
    return Files.readString(hotline.home().log().resolve("payara.log"));
  }

  /**
   * Sends a request.
   *
   * @param key an API key, or null for none
   * @param path from the root on, without a slash before it
   * @param json the body, or null for none
   * @param headers names and values in turn
   */
  public HttpResponse<String> send(
      @Nullable String key, String method, String path, @Nullable String json, String... headers)
      throws IOException, InterruptedException {
    return http.send(
        request(key, method, path, json, headers), HttpResponse.BodyHandlers.ofString());
  }

  /** Such a request, to be sent in another way. */
  public HttpRequest request(
      @Nullable String key, String method, String path, @Nullable String json, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + HTTP + "/" + path))
            .timeout(ANSWER_LIMIT)
            .setHeader("Content-Type", "application/json")
            .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    if (key != null) {
      request.setHeader("Authorization", "Bearer " + key);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request.build();
  }

  @Override
  public void close() throws IOException {
    http.shutdownNow();
    try {
      for (Child child : children.reversed()) {
        child.stop();
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives tests the one application, and stops it after the last of them. */
  public static final class Shared implements ParameterResolver {
    /** For JUnit. */
    public Shared() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == RunningApplication.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getStore(
              StoreScope.LAUNCHER_SESSION,
              ExtensionContext.Namespace.create(RunningApplication.class))
          .getOrComputeIfAbsent("application", key -> started());
    }

    private static RunningApplication started() {
      try {
        return new RunningApplication();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(hurry);
      }
    }
  }
}
