package de.durchkommen.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Payara Micro with the application. */
final class WebApplication implements Part {
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final String LOGGING = "MICRO-INF/domain/logging.properties";
  private static final String JSON = "fish.payara.enterprise.server.logging.JSONLogFormatter";

  private final Home home;
  private final Path target;
  private final HttpAddress http;
  private final Optional<Tls> tls;
  private final Options options;
  private final Map<String, String> environment;

  /** Where its web pages are. */
  record HttpAddress(String host, int port) {
    String url() {
      return url("http");
    }

    String url(String scheme) {
      return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/";
    }
  }

  /**
   * Where its web pages are by TLS, too.
   *
   * @param password of the file that the certificate's key is put into
   */
  record Tls(HttpAddress address, Certificate certificate, Secret password) {}

  /**
   * How it is started.
   *
   * @param java options of its Java, its memory among them
   * @param piper whether it gets the library of Piper, 60 MB, which is not in the WAR
   * @param json whether it logs in JSON, a line each, instead of in lines for people
   */
  record Options(List<String> java, boolean piper, boolean json) {
    Options {
      java = List.copyOf(java);
    }
  }

  /** Takes where it is and what it needs. */
  WebApplication(
      Home home,
      Path target,
      HttpAddress http,
      Optional<Tls> tls,
      Options options,
      Map<String, String> environment) {
    this.home = home;
    this.target = target;
    this.http = http;
    this.tls = tls;
    this.options = options;
    this.environment = Map.copyOf(environment);
  }

  /**
   * A virtual thread that loads a class holds its carrier, and Payara's class loader has one
   * monitor for all: with as many carriers as this machine has cores (two), calls that begin
   * together can wait for each other for ever. Carriers are cheap, so there are more.
   */
  private static final String CARRIERS = "-Djdk.virtualThreadScheduler.parallelism=64";

  private static final String MOST_CARRIERS = "-Djdk.virtualThreadScheduler.maxPoolSize=256";

  @Override
  public String id() {
    return "payara";
  }

  @Override
  public String name() {
    return "Anwendung";
  }

  @Override
  public String address() {
    return http.url();
  }

  @Override
  public void prepare() throws IOException {
    // What a killed server left there is not worth a look: it unpacks itself in two seconds.
    Folders.delete(home.web());
    Files.createDirectories(temporary());
    String preboot = Resource.template("preboot.txt").filled(Map.of("HTTP_ADDRESS", http.host()));
    Modes.writeSecret(preboot(), preboot + tlsPreboot());
    if (options.json()) {
      Files.writeString(logging(), jsonLogging());
    }
  }

  private String tlsPreboot() throws IOException {
    if (tls.isEmpty()) {
      return "";
    }
    String password = tls.get().password().kept().orElseThrow();
    Path store = home.run().resolve("tls.p12");
    try {
      tls.get().certificate().store(store, password);
    } catch (LaunchFailure damaged) {
      // A restart amid calls does not fail because of a certificate that is just being replaced.
      if (!Files.isRegularFile(store)) {
        throw damaged;
      }
    }
    return Resource.template("preboot-tls.txt")
        .filled(
            Map.of(
                "HTTPS_ADDRESS",
                tls.get().address().host(),
                "STORE",
                store.toString(),
                "PASSWORD",
                password,
                "NAME",
                Certificate.alias()));
  }

  /** The server's own settings of its log, with another form of its lines. */
  private String jsonLogging() throws IOException {
    try (ZipFile server = new ZipFile(target.resolve("payara-micro.jar").toFile())) {
      ZipEntry entry = server.getEntry(LOGGING);
      if (entry == null) {
        throw new IOException("No " + LOGGING + " in payara-micro.jar");
      }
      try (InputStream in = server.getInputStream(entry)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
            + "\njava.util.logging.ConsoleHandler.formatter="
            + JSON
            + "\n";
      }
    }
  }

  private Path logging() {
    return home.run().resolve("logging.properties");
  }

  private Path temporary() {
    return home.web().resolve("tmp");
  }

  private Path preboot() {
    return home.run().resolve("preboot.txt");
  }

  @Override
  public List<String> command() {
    List<String> command = new ArrayList<>(server());
    if (options.piper()) {
      // It leaves what it unpacks behind; there it is gone with the next start.
      command.add(1, "-Djava.io.tmpdir=" + temporary());
      command.addAll(List.of("--addlibs", target.resolve("piper-lib").toString()));
    }
    return List.copyOf(command);
  }

  private List<String> server() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            CARRIERS,
            MOST_CARRIERS));
    // Whatever an operator says of it comes last, and counts.
    command.addAll(options.java());
    command.addAll(List.of("-jar", target.resolve("payara-micro.jar").toString()));
    command.addAll(payara());
    return command;
  }

  private List<String> payara() {
    List<String> words = new ArrayList<>(words());
    tls.ifPresent(on -> words.addAll(List.of("--sslport", String.valueOf(on.address().port()))));
    if (options.json()) {
      words.addAll(List.of("--logproperties", logging().toString()));
    }
    return words;
  }

  private List<String> words() {
    return List.of(
        "--deploy",
        target.resolve("durchkommen.war").toString(),
        "--contextroot",
        "/",
        "--port",
        String.valueOf(http.port()),
        "--prebootcommandfile",
        preboot().toString(),
        "--nocluster",
        "--nohazelcast",
        "--interfaces",
        "127.0.0.1",
        "--nohostaware",
        "--disablephonehome",
        "--rootdir",
        home.web().toString());
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  /**
   * What the application says of itself, {@code GET /health/ready}: 200 when a call can be taken.
   */
  @Override
  public boolean isReady() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(http.url() + "health/ready"))
            .timeout(PROBE_LIMIT)
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PROBE_LIMIT).build()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public Duration startLimit() {
    return Duration.ofMinutes(5);
  }

  @Override
  public Duration stopLimit() {
    return Duration.ofSeconds(30);
  }
}
