package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import de.durchkommen.launch.Rows;
import de.durchkommen.launch.phone.BaresipProgram;
import de.durchkommen.launch.phone.Hearing;
import de.durchkommen.launch.phone.PhoneSettings;
import de.durchkommen.launch.phone.PromptSound;
import de.durchkommen.launch.phone.Recogniser;
import de.durchkommen.launch.phone.Recording;
import de.durchkommen.launch.phone.TranscriptFeed;
import de.durchkommen.line.ExchangeUnderTest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The hotline as a user starts it, once for all telephone tests of this process, in a folder and on
 * ports of its own. The tools that the project's folder has are used.
 */
final class HotlineUnderTest implements AutoCloseable {
  /** Long enough to recognise a question that is interrupted by keys after it. */
  private static final Duration PAUSE = Duration.ofMillis(3_500);

  /** As they are unless somebody sets others. */
  static final List<String> LANGUAGES = List.of("de", "en", "tr", "ru", "uk", "pl", "it", "ar");

  /**
   * Positions and ranges that no test comes to; they are made beforehand in great number, and each
   * takes its time to be listened for.
   */
  private static final Pattern RARE =
      Pattern.compile("^Sie warten noch |an Position (?!(eins|zwei|drei|vier|fünf)\\.)");

  /** On this number German is spoken without offering other languages: calls are shorter. */
  static final String GERMAN = "1161171";

  /** As {@code call --language} takes it for {@link RunningDialplan#CROWDED}. */
  static final String CROWD = "crowd";

  /** Where the REST API is. */
  static final String API = "http://127.0.0.1:" + Place.HTTP + "/api/v1/";

  private static final Duration START_LIMIT = Duration.ofMinutes(10);
  private static final Duration WORD_LIMIT = Duration.ofMinutes(2);
  private static final int LETTERS = 40;
  private static final int FORGETTING = 5;

  /** What a supervisor sets is in force then on all nodes, and a new key is valid. */
  private static final Duration IN_FORCE = Duration.ofSeconds(3);

  /** Half of a processor within that is rest; nobody waits for it for longer than the limit. */
  private static final Duration SETTLED = Duration.ofSeconds(3);

  private static final Duration SETTLED_LIMIT = Duration.ofMinutes(1);

  /** So many are let into a dialogue at once unless a test says otherwise. */
  static final int USUAL_DIALOGUES = 200;

  /** What one test has set beside that. */
  private static volatile Map<String, String> more = Map.of();

  private final Quiet quiet = new Quiet();
  private final Discretion discretion = new Discretion();
  private String key = "";
  private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();

  /** What an invited person keys. */
  record Letter(String code, String birthDate, String name, String postcode) {
    /** Code and birth date as two entries of {@code --keys}. */
    String keys() {
      return code + "#," + birthDate + "#";
    }
  }

  /** What a word of the launcher came to. */
  record Said(int exitCode, String words) {}

  private HotlineUnderTest() throws IOException, InterruptedException {
    launcher("down");
    deleteHome();
    Said up = launcher(START_LIMIT, "up", "--detach");
    assertThat(up.exitCode()).as("./durchkommen up --detach: %s", up.words()).isZero();
    Said free = launcher("letters", "--free", String.valueOf(LETTERS));
    for (String line : free.words().lines().toList()) {
      List<String> fields = List.of(line.split("\t", -1));
      letters.add(new Letter(fields.get(0), fields.get(1), fields.get(2), fields.get(3)));
    }
    dialplan().addNumbers();
    asksForRecording(false);
    settles();
  }

  /** What it does after its start would make the first words of the first calls stutter. */
  private static void settles() throws IOException, InterruptedException {
    String words = Files.readString(Place.HOME.resolve("run/payara.pid")).strip();
    ProcessHandle app = ProcessHandle.of(Long.parseLong(words.split("\\s", -1)[0])).orElseThrow();
    long end = System.nanoTime() + SETTLED_LIMIT.toNanos();
    Duration before = app.info().totalCpuDuration().orElseThrow();
    do {
      Thread.sleep(SETTLED);
      Duration now = app.info().totalCpuDuration().orElseThrow();
      if (now.minus(before).compareTo(SETTLED.dividedBy(2)) < 0) {
        return;
      }
      before = now;
    } while (System.nanoTime() < end);
  }

  /** The letter of a person without an appointment, each only once. */
  Letter letter() throws InterruptedException {
    Letter letter = letters.poll(0, TimeUnit.SECONDS);
    assertThat(letter).as("letters left").isNotNull();
    discretion.person(letter.code(), letter.birthDate(), letter.name());
    return letter;
  }

  PhoneSettings settings() {
    return new PhoneSettings(
        Place.PROJECT.resolve(".durchkommen/root"),
        Place.HOME.resolve("sounds"),
        Place.SIP,
        Optional.of(new PhoneSettings.Secured(Place.SIPS, Place.HOME.resolve("run/tls.crt"))),
        List.of(URI.create("http://127.0.0.1:" + Place.HTTP + "/")),
        Place.HOME.resolve("run/token"),
        PAUSE,
        Stream.concat(LANGUAGES.stream(), Stream.of(CROWD)).toList());
  }

  BaresipProgram baresip() throws IOException {
    return BaresipProgram.found(settings().root());
  }

  TranscriptFeed transcripts() {
    return new TranscriptFeed(settings().apps(), settings().token());
  }

  /**
   * What was heard of all that the hotline has ever said. Recognising takes all processors for some
   * seconds, in which calls would stall: it waits until there is none.
   */
  Hearing heard(Recording recording) throws IOException {
    return heard(recording, "de");
  }

  /** The same of the sounds in this language, and the German ones. */
  Hearing heard(Recording recording, String language) throws IOException {
    List<PromptSound> sounds = sounds("de", language);
    quiet.begins();
    try {
      return new Recogniser(sounds).recognised(recording);
    } finally {
      quiet.ends();
    }
  }

  /** What was made in these languages so far, without what no test comes to. */
  List<PromptSound> sounds(String... languages) throws IOException {
    return PromptSound.in(settings().sounds()).stream()
        .filter(sound -> List.of(languages).contains(sound.language()))
        .filter(sound -> !RARE.matcher(sound.text()).find())
        .toList();
  }

  /** Somebody is on the line with this number. */
  void uses(String number) {
    discretion.number(number);
  }

  /** Neither the application nor Asterisk has written down whom tests were so far. */
  void keepsSecrets() throws IOException {
    assertThat(discretion.breaches(Place.HOME.resolve("log"), Place.HOME.resolve("asterisk/log")))
        .as("what logs tell of callers")
        .isEmpty();
  }

  /** Knows whether somebody is on the telephone. */
  Quiet quiet() {
    return quiet;
  }

  /** A file that stays, for whoever wants to hear what a failed test heard. */
  Path newRecording() throws IOException {
    Path folder = Files.createDirectories(Place.PROJECT.resolve("target/telephone-recordings"));
    return Files.createTempFile(folder, "call", ".wav");
  }

  /** The one value that a query gives. */
  String sql(String query) throws IOException {
    try {
      return Rows.of(Place.PROJECT, Place.SETTINGS, query).strip();
    } catch (SQLException e) {
      throw new IOException(query + ": " + e.getMessage(), e);
    }
  }

  /** From now on so many are let into a dialogue at once: a supervisor says so. */
  void dialogues(int count) throws IOException, InterruptedException {
    JsonObject then = changed(settings -> settings.add("dialogues", count));
    assertThat(then.getInt("dialogues")).isEqualTo(count);
  }

  /** Whether those who want a person are asked if the talk may be recorded. */
  void asksForRecording(boolean asks) throws IOException, InterruptedException {
    changed(settings -> settings.add("recording", asks));
  }

  /** Changes settings of the queue, as a supervisor does; in force when this returns. */
  JsonObject changed(UnaryOperator<JsonObjectBuilder> change)
      throws IOException, InterruptedException {
    JsonObject now = settings("GET", HttpRequest.BodyPublishers.noBody());
    JsonObject wanted =
        change.apply(Json.createObjectBuilder(now.getJsonObject("settings"))).build();
    String body =
        Json.createObjectBuilder()
            .add("basedOn", now.getJsonNumber("version"))
            .add("why", "Telephone test")
            .add("settings", wanted)
            .build()
            .toString();
    JsonObject then = settings("PUT", HttpRequest.BodyPublishers.ofString(body));
    Thread.sleep(IN_FORCE);
    return then.getJsonObject("settings");
  }

  private JsonObject settings(String method, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(settings().apps().getFirst().resolve("api/v1/queue/settings"))
            .header("Authorization", "Bearer " + supervisorsKey())
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      assertThat(answer.statusCode()).as("%s: %s", method, answer.body()).isEqualTo(200);
      return Json.createReader(new StringReader(answer.body())).readObject();
    }
  }

  /** Stops, and starts with these settings beside the usual ones; what is stored stays. */
  void startsAgain(Map<String, String> settings) throws IOException, InterruptedException {
    assertThat(launcher("down").exitCode()).isZero();
    more = Map.copyOf(settings);
    Said up = launcher(START_LIMIT, "up", "--detach");
    assertThat(up.exitCode()).as("./durchkommen up --detach: %s", up.words()).isZero();
    dialplan().addNumbers();
  }

  /** The files of recordings. */
  List<Path> recordings() throws IOException {
    Path folder = Place.HOME.resolve("recordings");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** Does what a supervisor's program may do; it has to succeed. What is answered. */
  byte[] supervisor(String method, String path, String json)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(API + path))
            .header("Authorization", "Bearer " + supervisorsKey())
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode() / 100)
          .as("%s %s: %s", method, path, new String(answer.body(), StandardCharsets.UTF_8))
          .isEqualTo(2);
      return answer.body();
    }
  }

  private synchronized String supervisorsKey() throws IOException, InterruptedException {
    if (key.isEmpty()) {
      Said made = launcher("key", "add", "telephone-test", "--role", "supervisor");
      assertThat(made.exitCode()).as("%s", made.words()).isZero();
      key = made.words().lines().findFirst().orElseThrow();
      // It is valid then at the latest.
      Thread.sleep(IN_FORCE);
    }
    return key;
  }

  /** The process of a part, as its file in the folder {@code run} tells. */
  ProcessHandle process(String part) throws IOException {
    String record = Files.readString(Place.HOME.resolve("run").resolve(part + ".pid"));
    long pid = Long.parseLong(record.strip().replaceFirst("\\s.*$", ""));
    return ProcessHandle.of(pid).orElseThrow();
  }

  /** Whether {@code ./durchkommen status} says that all runs. */
  boolean isReady() throws IOException, InterruptedException {
    return launcher("status").exitCode() == 0;
  }

  /** Those who hung up keep their places for ten minutes; the next test begins without them. */
  void nobodyIsLeft() throws IOException, InterruptedException {
    Thread.sleep(Duration.ofSeconds(2));
    for (int times = 0; times < FORGETTING; times++) {
      try {
        sql("DELETE FROM queue_ticket");
        return;
      } catch (IOException failed) {
        // A round may have the same rows in another order: of the two one is to begin again.
        assertThat(failed).hasMessageContaining("Deadlock");
      }
    }
    fail("the places of those who hung up stay");
  }

  /** Waits until all runs; whether it does within that time. */
  boolean becomesReady(Duration within) throws IOException, InterruptedException {
    long end = System.nanoTime() + within.toNanos();
    while (!isReady()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(Duration.ofSeconds(1));
    }
    return true;
  }

  /** The command line of the running Asterisk. */
  AsteriskConsole console() {
    return new AsteriskConsole(this);
  }

  /** Our side of talks, beside the application's, on the manager port of the running Asterisk. */
  ExchangeUnderTest exchange() throws IOException {
    String secret = Files.readString(Place.HOME.resolve("run/ami.secret")).strip();
    return new ExchangeUnderTest(Place.AMI, secret);
  }

  /** The dialplan of the running Asterisk. */
  RunningDialplan dialplan() {
    return new RunningDialplan(console(), Place.HOME.resolve("asterisk/etc/extensions.conf"));
  }

  @Override
  public void close() throws IOException {
    try {
      Said down = launcher("down");
      assertThat(down.exitCode()).as("./durchkommen down: %s", down.words()).isZero();
      keepsSecrets();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A new account, or, if a test that is tried once more has left it there, a new password for it.
   *
   * @param more words of {@code account add} behind the name
   */
  static Said account(String name, String... more) throws IOException, InterruptedException {
    Said added =
        launcher(
            Stream.concat(Stream.of("account", "add", name), Stream.of(more))
                .toArray(String[]::new));
    return added.exitCode() == 0 ? added : launcher("account", "password", name);
  }

  /** What {@code ./durchkommen} says to these words. */
  static Said launcher(String... words) throws IOException, InterruptedException {
    return launcher(WORD_LIMIT, words);
  }

  private static Said launcher(Duration limit, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Place.PROJECT.resolve("durchkommen").toString());
    command.addAll(List.of(words));
    return run(limit, command);
  }

  /** A command of the machine. */
  static Said run(Duration limit, List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("durchkommen-test", ".out");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(Place.PROJECT.toFile())
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .redirectOutput(output.toFile());
      builder.environment().putAll(Place.SETTINGS);
      builder.environment().putAll(more);
      Process process = builder.start();
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        return new Said(-1, "no end within " + limit + ": " + Files.readString(output));
      }
      return new Said(process.exitValue(), Files.readString(output));
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static void deleteHome() throws IOException {
    if (Files.exists(Place.HOME)) {
      try (var files = Files.walk(Place.HOME)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * Gives the tests of this process their hotline, and stops it after the last of them. No test
   * leaves somebody on the line.
   */
  static final class Shared implements ParameterResolver, BeforeEachCallback, AfterEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
      OpenPhones.begin();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
      OpenPhones.end();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == HotlineUnderTest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getStore(
              StoreScope.LAUNCHER_SESSION,
              ExtensionContext.Namespace.create(HotlineUnderTest.class))
          .getOrComputeIfAbsent("hotline", key -> started());
    }

    private static HotlineUnderTest started() {
      try {
        return new HotlineUnderTest();
      } catch (IOException failed) {
        throw new java.io.UncheckedIOException(failed);
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(hurry);
      }
    }
  }
}
