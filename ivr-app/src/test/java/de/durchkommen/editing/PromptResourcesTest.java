package de.durchkommen.editing;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.RestStage;
import de.durchkommen.api.RestStage.Answer;
import de.durchkommen.api.Role;
import de.durchkommen.database.Database;
import de.durchkommen.database.Together;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.PromptCheck.Finding;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.VoiceUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Editing as a supervisor's client sees it, in JSON. */
class PromptResourcesTest {
  private static final ApiClient SUPERVISOR = new ApiClient("leitstand", Role.SUPERVISOR);
  private static final String PROMPTS = "/api/v1/prompts";
  private static final String FAREWELL = PROMPTS + "/farewell/de/";
  private static final String POSITION = PROMPTS + "/queue.position/de/";

  /** What the check of this test takes for a good recording. */
  private static final byte[] GOOD = "RIFF good".getBytes(StandardCharsets.US_ASCII);

  @TempDir static Path folder;
  private static final List<SpokenText> SAID = new CopyOnWriteArrayList<>();
  private static EditingStage stage;
  private static RestStage rest;

  @BeforeAll
  static void setUp() {
    stage = new EditingStage(folder);
    Database database = stage.database.patient();
    EditingDesk desk =
        new EditingDesk(
            database,
            stage.prompts(stage.library()),
            (wav, words) ->
                wav.length == GOOD.length ? List.of() : List.of(new Finding(true, "too noisy")));
    Announcer announcer = PromptResourcesTest::sound;
    rest =
        new RestStage(
            database,
            stage.clock,
            new PromptResource(desk),
            new PromptVersionResource(desk, stage.clock),
            new PromptCheckResource(desk),
            new PublishedResource(desk, stage.clock),
            new PromptAudioResource(desk, announcer));
  }

  @AfterAll
  static void tearDown() {
    stage.close();
  }

  @BeforeEach
  void clear() {
    stage.forget();
    SAID.clear();
  }

  private static Path sound(SpokenText text) {
    if (text.text().contains("stumm")) {
      throw new VoiceUnavailableException("test");
    }
    SAID.add(text);
    try {
      Files.write(folder.resolve("sound.alaw"), new byte[] {1, 2, 3});
      return folder.resolve("sound");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer write(String place, String text) {
    String body = "{\"text\": \"%s\", \"why\": \"Klarer\"}".formatted(text);
    return rest.post(SUPERVISOR, place + "versions", body);
  }

  private static long added(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return number(inside(answer, "version", "number"));
  }

  private static Answer publish(String place, long version, String seen) {
    String body = "{\"version\": %d, \"why\": \"Klarer\"}".formatted(version);
    return rest.send(SUPERVISOR, "PUT", place + "published", body, Map.of("If-Match", seen));
  }

  private static long published(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return number(inside(answer, "published", "publication"));
  }

  private static long number(@Nullable Object json) {
    return ((Number) Objects.requireNonNull(json)).longValue();
  }

  @SuppressWarnings("unchecked") // Objects of JSON have names.
  private static @Nullable Object inside(Answer answer, String... names) {
    @Nullable Object found = answer.json();
    for (String name : names) {
      found = ((Map<String, Object>) Objects.requireNonNull(found)).get(name);
    }
    return found;
  }

  private static Answer get(String path) {
    return rest.get(SUPERVISOR, path);
  }

  private static String query(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Test
  void aTextIsWrittenPublishedAndTakenBack() {
    long version = added(write(FAREWELL, "Auf bald."));
    assertThat(number(inside(get(FAREWELL + "published"), "publication"))).isZero();
    Answer done = publish(FAREWELL, version, "\"0\"");
    long publication = published(done);
    assertThat(done.headers()).containsEntry("ETag", "\"" + publication + "\"");
    Answer list = get(PROMPTS + "?search=" + query("AUF BALD"));
    assertThat(list.body()).contains("\"id\":\"farewell\"", "\"text\":\"Auf bald.\"");
    Answer gone =
        rest.send(
            SUPERVISOR,
            "DELETE",
            FAREWELL + "published?why=Irrtum",
            null,
            Map.of("If-Match", "" + publication));
    assertThat(published(gone)).isEqualTo(publication + 1);
    assertThat(get(PROMPTS + "?search=" + query("auf bald")).body()).contains("\"items\":[]");
    assertThat(get(FAREWELL + "published/history").body())
        .contains("\"publication\":2", "\"publication\":1", "Irrtum");
    assertThat(publish(FAREWELL, version, "" + (publication + 1)).status()).isEqualTo(200);
  }

  @Test
  void ofTwoEditorsOneWinsAndTheOtherIsToldWhatIsInForce() {
    List<Answer> answers =
        Together.run(
            2, editor -> publish(FAREWELL, added(write(FAREWELL, "Von " + editor + ".")), "\"0\""));
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
    Answer late = answers.stream().filter(one -> one.status() == 409).findFirst().orElseThrow();
    assertThat(late.problem()).isEqualTo("outdated");
    assertThat(number(late.member("publication"))).isEqualTo(1);
    assertThat((List<?>) get(FAREWELL + "versions").member("items")).hasSize(2);
  }

  @Test
  void aPromptIsShownInAllLanguagesWithItsVersions() {
    long version = added(write(POSITION, "Ihr Platz ist {position}."));
    Answer answer = get(PROMPTS + "/queue.position");
    assertThat(answer.member("arguments")).isEqualTo(Map.of("position", "NUMBER"));
    assertThat(answer.body())
        .contains("\"language\":\"de\"", "\"number\":" + version, "\"publication\":0")
        .contains("Sie sind an Position");
    assertThat(get(POSITION + "versions/" + version).member("text"))
        .isEqualTo("Ihr Platz ist {position}.");
    assertThat(get(FAREWELL + "versions/" + version).status()).isEqualTo(404);
  }

  @Test
  void listsComeInPages() {
    Answer first = get(PROMPTS + "?size=2");
    assertThat((List<?>) first.member("items")).hasSize(2);
    Answer second = get(PROMPTS + "?size=2&after=" + first.member("next"));
    assertThat(second.body()).isNotEqualTo(first.body());
    added(write(FAREWELL, "Eins."));
    added(write(FAREWELL, "Zwei."));
    Answer versions = get(FAREWELL + "versions?size=1");
    assertThat(versions.body()).contains("Zwei.").doesNotContain("Eins.");
    Answer older = get(FAREWELL + "versions?size=1&after=" + versions.member("next"));
    assertThat(older.body()).contains("Eins.").doesNotContain("Zwei.");
  }

  @Test
  void warningsComeWithTheVersion() {
    Answer answer = write(FAREWELL, "Bis bald " + "und bald ".repeat(30) + ".");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body())
        .contains("\"text\":\"fehlt in: tr, ru\"", "DOUBTFUL", "words in one sentence");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sie sind vorn.|has the placeholders []",
        "Platz {place}.|has the placeholders [place]",
        "Platz {position|wrong syntax",
        "Platz {position, plural, one {x}}|wrong syntax",
        "Please press {position}.|of another language: please, press"
      })
  void whatCannotBeSaidIsRefusedWithFieldAndReason(String text, String reason) {
    Answer answer = write(POSITION, text);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("prompt-refused");
    assertThat(answer.member("field")).isEqualTo("text");
    assertThat(String.valueOf(answer.member("reasons"))).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{}",
        "{\"text\": 7}",
        "{\"text\": {\"a\": 1}, \"why\": \"x\"}",
        "{\"text\": [\"Hallo.\"], \"why\": \"x\"}",
        "{\"text\": \"Hallo.\", \"why\": \"\"}",
        "{\"text\": \"Hallo.\", \"why\": null}",
        "{\"text\": \"  \", \"why\": \"x\"}",
        "{\"text\": \"<script>alert(1)</script>\", \"why\": \"x\"}",
        "{\"text\": \"[[espeak]]\", \"why\": \"x\"}",
        "{\"text\": \"Hallo\\u0000.\", \"why\": \"x\"}",
        "{\"text\": \"Hallo.\", \"why\": \"x",
        "HUGE"
      })
  void nonsenseIsRefusedAndNothingIsWritten(String body) {
    String sent =
        body.equals("HUGE")
            ? "{\"text\": \"%s\", \"why\": \"x\"}".formatted("a".repeat(50_000))
            : body;
    Answer answer = rest.post(SUPERVISOR, FAREWELL + "versions", sent);
    assertThat(answer.status()).as(answer.body()).isIn(400, 422);
    assertThat(answer.problem()).isIn("invalid", "prompt-refused");
    assertThat(stage.database.rows("SELECT COUNT(*) FROM prompt_version")).containsExactly("0");
  }

  @Test
  void sqlIsATextLikeAnyOther() {
    String text = "Hallo'; DROP TABLE prompt_version; --";
    assertThat(inside(get(FAREWELL + "versions/" + added(write(FAREWELL, text))), "text"))
        .isEqualTo(text);
    Answer search = get(PROMPTS + "?search=" + query("' OR 1=1 --"));
    assertThat(search.body()).contains("\"items\":[]");
    assertThat(get(PROMPTS + "/" + query("x' OR '1'='1")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /farewell/xx/versions, 404",
    "GET, /no.such/de/versions, 404",
    "GET, /no.such, 404",
    "GET, /fallback.sorry, 404",
    "GET, ?language=xx, 400",
    "GET, ?size=0, 400",
    "GET, ?size=x, 400",
    "GET, /farewell/audio, 400",
    "GET, /farewell/audio?language=de&version=99, 404",
    "GET, /farewell/audio?language=de&version=x, 400",
    "GET, /queue.position/audio?language=de&position=vier, 400",
    "GET, /queue.position/audio?language=de&position=-1, 400",
    "GET, /farewell/de/versions/99999999999999999999, 400",
    "DELETE, /farewell/de/published?why=x, 428",
    "PUT, /farewell/de/published, 400",
    "DELETE, /farewell/de/published, 400"
  })
  void whatThereIsNotIsTold(String method, String path, int status) {
    Answer answer = rest.send(SUPERVISOR, method, PROMPTS + path, null, Map.of());
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.problem()).isNotEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "\"x\"", "-1", "W/\"1\"", "1, 2", "99999999999999999999"})
  void anIfMatchThatIsNoPublicationIsRefused(String seen) {
    long version = added(write(FAREWELL, "Auf bald."));
    assertThat(publish(FAREWELL, version, seen).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SUPERVISOR")
  void othersSeeAndChangeNothing(Role role) {
    ApiClient other = new ApiClient("other", role);
    for (String path : List.of("", "/farewell", "/farewell/de/versions", "/farewell/audio")) {
      assertThat(rest.get(other, PROMPTS + path).status()).as(path).isEqualTo(403);
    }
    assertThat(rest.post(other, FAREWELL + "versions", "{}").status()).isEqualTo(403);
    assertThat(rest.send(other, "PUT", FAREWELL + "published", "{}", Map.of()).status())
        .isEqualTo(403);
  }

  @Test
  void aVersionIsHeardBeforeItIsPublished() {
    long version = added(write(POSITION, "Ihr Platz: {position}."));
    Answer answer =
        get(PROMPTS + "/queue.position/audio?language=de&position=7&version=" + version);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("Content-Type", "audio/wav");
    assertThat(answer.body()).startsWith("RIFF");
    assertThat(SAID).extracting(SpokenText::text).containsExactly("Ihr Platz: 7.");
    get(PROMPTS + "/queue.position/audio?language=de&position=7");
    assertThat(SAID.getLast().text()).isEqualTo("Sie sind an Position sieben.");
    long mute = added(write(FAREWELL, "stumm"));
    Answer none = get(PROMPTS + "/farewell/audio?language=de&version=" + mute);
    assertThat(none.status()).isEqualTo(503);
    assertThat(none.problem()).isEqualTo("no-voice");
  }

  private static Answer record(String place, String query, byte[] wav) {
    return rest.sendBytes(
        SUPERVISOR, "POST", place + "versions" + query, wav, Map.of("Content-Type", "audio/wav"));
  }

  /** While it is written: nothing is kept, and who writes on is told the same as who keeps it. */
  @Test
  void aTextIsCheckedWithoutBeingKept() {
    String position = PROMPTS + "/queue.position/de/";
    Answer good =
        rest.post(SUPERVISOR, position + "check", "{\"text\": \"Ihr Platz: {position}.\"}");
    assertThat(good.status()).as(good.body()).isEqualTo(200);
    assertThat(good.body()).isEqualTo("{\"errors\":[],\"warnings\":[]}");
    Answer bad = rest.post(SUPERVISOR, position + "check", "{\"text\": \"Ihr Platz.\"}");
    assertThat(bad.status()).isEqualTo(200);
    assertThat(bad.body()).contains("has the placeholders [], declared are [position]");
    String tag = "{\"text\": \"<b>{position}</b>\"}";
    assertThat(rest.post(SUPERVISOR, position + "check", tag).problem()).isEqualTo("invalid");
    for (String none : List.of("null", "{}", "{\"text\": \"\"}")) {
      assertThat(rest.post(SUPERVISOR, position + "check", none).status()).as(none).isEqualTo(400);
    }
    assertThat(rest.post(SUPERVISOR, PROMPTS + "/none/de/check", tag).status()).isEqualTo(404);
    assertThat(get(position + "versions").body()).contains("\"items\":[]");
  }

  @Test
  void aRecordingIsAVersionAndIsHeard() {
    long text = added(write(FAREWELL, "Auf bald."));
    Answer answer = record(FAREWELL, "?why=Stimme&says=" + text, GOOD);
    long version = added(answer);
    assertThat(inside(answer, "version", "recorded")).isEqualTo(true);
    assertThat(inside(answer, "version", "text")).isEqualTo("Auf bald.");
    get(PROMPTS + "/farewell/audio?language=de&version=" + version);
    assertThat(SAID.getLast().recording().map(one -> one.wav())).contains(GOOD);
    assertThat(published(publish(FAREWELL, version, "0"))).isEqualTo(1);
    assertThat(get(PROMPTS + "?search=farewell").body()).contains("\"recorded\":true");
  }

  @Test
  void aRecordingThatIsNotFitIsRefused() {
    Answer noisy = record(FAREWELL, "?why=Stimme", new byte[3]);
    assertThat(noisy.status()).isEqualTo(422);
    assertThat(noisy.member("field")).isEqualTo("recording");
    assertThat(String.valueOf(noisy.member("reasons"))).contains("too noisy");
    assertThat(record(POSITION, "?why=Stimme", GOOD).problem()).isEqualTo("recording-with-values");
    assertThat(record(FAREWELL, "", GOOD).status()).isEqualTo(400);
    assertThat(record(FAREWELL, "?why=Stimme&says=99", GOOD).status()).isEqualTo(404);
    byte[] large = new byte[PromptVersionResource.LARGEST_RECORDING + 1];
    assertThat(record(FAREWELL, "?why=Stimme", large).status()).isEqualTo(413);
  }
}
