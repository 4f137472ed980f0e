package de.durchkommen.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.RestStage;
import de.durchkommen.api.RestStage.Answer;
import de.durchkommen.api.Role;
import de.durchkommen.prompt.PromptCheck.Finding;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.VoiceUnavailableException;
import de.durchkommen.queue.QueueKind;
import de.durchkommen.queue.RoomGlance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Announcements as a supervisor's client sees them, in JSON. */
class AnnouncementResourcesTest {
  private static final ApiClient SUPERVISOR = new ApiClient("@ines", Role.SUPERVISOR);
  private static final ApiClient AGENT = new ApiClient("@karl", Role.AGENT);
  private static final String PATH = "/api/v1/announcements";
  private static final int BYTES_A_CHARACTER = 1_000;
  private static final byte[] GOOD = "RIFF good".getBytes(StandardCharsets.US_ASCII);

  @TempDir static Path folder;
  private static AnnouncementStage stage;
  private static RestStage rest;

  @BeforeAll
  static void setUp() {
    stage = new AnnouncementStage();
    var desk =
        new AnnouncementDesk(
            stage.patient,
            AnnouncementResourcesTest::sound,
            List.of("de", "tr", "ru"),
            stage.clock);
    rest =
        new RestStage(
            stage.patient,
            stage.clock,
            new AnnouncementListResource(desk),
            new AnnouncementsOverResource(desk),
            new AnnouncementResource(desk),
            new AnnouncementPreviewResource(desk, AnnouncementResourcesTest::nobodyKnows),
            new AnnouncementSoundResource(desk),
            new SpeechResource(desk),
            new AnnouncementRecordingResource(
                desk,
                (wav, words) ->
                    wav.length == GOOD.length ? List.of() : List.of(new Finding(true, "zu laut"))));
  }

  @AfterAll
  static void tearDown() {
    stage.close();
  }

  @BeforeEach
  void clear() {
    stage.forget();
  }

  private static Optional<RoomGlance> nobodyKnows(QueueKind kind) {
    return Optional.empty();
  }

  /** An eighth of a second for each character; nobody speaks Russian. */
  private static Path sound(SpokenText text) {
    if (text.language().getLanguage().equals("ru")) {
      throw new VoiceUnavailableException("ru");
    }
    Path sound = folder.resolve("sound" + text.text().length());
    try {
      Files.write(Path.of(sound + ".alaw"), new byte[text.text().length() * BYTES_A_CHARACTER]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sound;
  }

  private static String wanted(long basedOn, String ends, String words) {
    return """
    {"basedOn": %d, "name": "Abend", "starts": "2021-01-12T19:00", "ends": "%s",
     "words": [%s], "why": "Andrang"}
    """
        .formatted(basedOn, ends, words);
  }

  private static String german(String text) {
    return "{\"language\": \"de\", \"text\": \"%s\"}".formatted(text);
  }

  private static Answer drafted(String ends, String words) {
    return rest.post(SUPERVISOR, PATH, wanted(0, ends, words));
  }

  private static long draft() {
    return number(drafted("2021-01-12T22:00", german("Heute bis 22 Uhr.")), "id");
  }

  private static Answer published(long id, long basedOn, String heard) {
    return rest.post(
        SUPERVISOR,
        PATH + "/" + id + "/publish",
        "{\"basedOn\": %d, \"heard\": [%s], \"why\": \"Andrang\"}".formatted(basedOn, heard));
  }

  private static Answer rewritten(long id, long basedOn, String text) {
    String body = wanted(basedOn, "2021-01-12T23:00", german(text));
    return rest.send(SUPERVISOR, "PUT", PATH + "/" + id, body, Map.of());
  }

  private static Answer withdrawn(long id) {
    return rest.post(SUPERVISOR, PATH + "/" + id + "/withdraw", "{\"why\": \"Doch nicht\"}");
  }

  private static long number(Answer answer, String member) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return Long.parseLong(String.valueOf(answer.member(member)));
  }

  private static void isRefused(Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
  }

  private static String standing(long id) {
    return String.valueOf(rest.get(SUPERVISOR, PATH + "/" + id).member("standing"));
  }

  @Test
  void aDraftIsPublishedWithdrawnAndPublishedAgain() {
    Answer draft = drafted("2021-01-12T22:00", german("Heute bis 22 Uhr."));
    long id = number(draft, "id");
    assertThat(draft.status()).isEqualTo(201);
    assertThat(draft.member("standing")).isEqualTo("DRAFT");
    assertThat(draft.member("endsAt")).isEqualTo("2021-01-12T21:00:00Z");
    assertThat(draft.member("missing")).isEqualTo(List.of("tr", "ru"));

    Answer live = published(id, id, "\"de\"");
    assertThat(live.member("standing")).isEqualTo("LIVE");
    assertThat(number(published(id, id, "\"de\""), "version")).isEqualTo(number(live, "version"));

    assertThat(number(withdrawn(id), "version")).isEqualTo(id + 2);
    assertThat(number(withdrawn(id), "version")).isEqualTo(id + 2);
    assertThat(standing(id)).isEqualTo("WITHDRAWN");
    assertThat(published(id, id + 2, "\"de\"").member("standing")).isEqualTo("LIVE");
    Answer versions = rest.get(SUPERVISOR, PATH + "/" + id + "/versions");
    assertThat(versions.body()).contains("@ines", "Doch nicht");
    stage.clock.set(Instant.parse("2021-01-12T21:00:00Z"));
    assertThat(standing(id)).isEqualTo("ENDED");
    assertThat(rest.get(SUPERVISOR, PATH).member("items")).isEqualTo(List.of());
    assertThat(rest.get(SUPERVISOR, PATH + "/over").body()).contains("Heute bis 22 Uhr.");
  }

  @Test
  void theSecondOfTwoSupervisorsIsToldAndNothingIsOverwritten() {
    long id = draft();
    long second = number(rewritten(id, id, "Bis elf."), "version");
    isRefused(rewritten(id, id, "Bis zehn."), 409, "outdated");
    isRefused(published(id, id, "\"de\""), 409, "outdated");
    assertThat(rest.get(SUPERVISOR, PATH + "/" + id).body()).contains("Bis elf.");
    published(id, second, "\"de\"");
    isRefused(rewritten(id, second + 1, "Bis zehn."), 409, "published");
  }

  @Test
  void whatNobodyHasListenedToIsNotPublished() {
    long id = draft();
    isRefused(published(id, id, ""), 422, "not-heard");
    isRefused(published(id, id, "\"tr\""), 422, "not-heard");
    assertThat(standing(id)).isEqualTo("DRAFT");
  }

  @Test
  void whatTakesTooLongOrHasNoVoiceIsNotPublished() {
    assertThat(drafted("2021-01-12T22:00", german("a".repeat(601))).status()).isEqualTo(400);
    long longest = number(drafted("2021-01-12T22:00", german("a".repeat(360))), "id");
    assertThat(published(longest, longest, "\"de\"").status()).isEqualTo(200);
    long longer = number(drafted("2021-01-12T22:00", german("a".repeat(361))), "id");
    isRefused(published(longer, longer, "\"de\""), 422, "too-long");
    long none = number(drafted("2021-01-12T22:00", ""), "id");
    isRefused(published(none, none, ""), 422, "no-words");
    long mute =
        number(drafted("2021-01-12T22:00", "{\"language\": \"ru\", \"text\": \"Segodnja\"}"), "id");
    isRefused(published(mute, mute, "\"ru\""), 503, "no-voice");
  }

  @Test
  void afterItsEndItIsNotPublished() {
    long id = draft();
    stage.clock.set(Instant.parse("2021-01-12T21:00:00Z"));
    isRefused(published(id, id, "\"de\""), 409, "over");
    assertThat(number(rewritten(id, id, "Bis elf."), "version")).isEqualTo(id + 1);
    assertThat(published(id, id + 1, "\"de\"").member("standing")).isEqualTo("LIVE");
  }

  @ParameterizedTest
  @CsvSource({
    "2021-01-12T19:00, ends has to be later than starts",
    "2021-01-12T18:00, ends has to be later than starts",
    "2021-01-12T19:50, ends is over already",
    "2021-02-13T19:00, ends has to be 31 days after starts at most",
    "heute, ends has to be a time"
  })
  void spansThatCannotBeAreRefused(String ends, String why) {
    Answer answer = drafted(ends, german("Heute"));
    isRefused(answer, 400, "invalid");
    assertThat(String.valueOf(answer.member("detail"))).startsWith(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"language\": \"fr\", \"text\": \"Aujourd'hui\"}",
        "{\"language\": \"de\"}",
        "{\"language\": \"de\", \"text\": \" \"}",
        "{\"language\": \"de\", \"text\": \"<break/>\"}",
        "{\"language\": \"de\", \"text\": \"{name}\"}",
        "{\"language\": \"de\", \"text\": \"a\"}, {\"language\": \"de\", \"text\": \"b\"}",
        "null"
      })
  void wordsThatNobodyCanSayAreRefused(String words) {
    isRefused(drafted("2021-01-12T22:00", words), 400, "invalid");
  }

  @Test
  void itIsHeardInTheTelephonesSoundAndMeasured() {
    long id = draft();
    Answer audio = rest.get(SUPERVISOR, PATH + "/" + id + "/audio?language=de");
    assertThat(audio.status()).isEqualTo(200);
    assertThat(audio.headers()).containsEntry("Content-Type", "audio/wav");
    isRefused(rest.get(SUPERVISOR, PATH + "/" + id + "/audio?language=tr"), 404, "not-found");
    Answer speech = rest.post(SUPERVISOR, PATH + "/speech", german("Heute bis 22 Uhr."));
    assertThat(String.valueOf(speech.member("seconds"))).isEqualTo("2.125");
  }

  @Test
  void thePreviewTellsWhatIsMissingAndWhatElseIsHeardThen() {
    long other = draft();
    published(other, other, "\"de\"");
    long id = number(drafted("2021-01-12T21:00", german("Kassel ist zu.")), "id");
    Answer preview = rest.get(SUPERVISOR, PATH + "/" + id + "/preview");
    assertThat(preview.member("missing")).isEqualTo(List.of("tr", "ru"));
    assertThat(preview.body()).contains("\"overlaps\":[{", "\"seconds\":{\"de\":1.75}");
    withdrawn(other);
    assertThat(rest.get(SUPERVISOR, PATH + "/" + id + "/preview").member("overlaps"))
        .isEqualTo(List.of());
  }

  @Test
  void aRecordingStaysAsLongAsItsWords() {
    long id = draft();
    isRefused(
        recorded(id, id, "too long".repeat(4).getBytes(StandardCharsets.US_ASCII)),
        422,
        "recording-refused");
    long second = number(recorded(id, id, GOOD), "version");
    isRefused(recorded(id, id, GOOD), 409, "outdated");
    assertThat(rest.get(SUPERVISOR, PATH + "/" + id).body()).contains("\"recorded\":true");
    assertThat(rewritten(id, second, "Heute bis 22 Uhr.").body()).contains("\"recorded\":true");
    assertThat(rewritten(id, second + 1, "Bis elf.").body()).contains("\"recorded\":false");
  }

  private static Answer recorded(long id, long basedOn, byte[] wav) {
    return rest.sendBytes(
        SUPERVISOR,
        "PUT",
        PATH + "/" + id + "/recordings/de?why=Stimme&basedOn=" + basedOn,
        wav,
        Map.of("Content-Type", "audio/wav"));
  }

  @Test
  void moreThanSoManyAreRefusedAndOneMayAlwaysBeWithdrawn() {
    long last = 0;
    for (int count = 0; count < Announcements.MOST_PUBLISHED; count++) {
      last = draft();
      published(last, last, "\"de\"");
    }
    long more = draft();
    isRefused(published(more, more, "\"de\""), 409, "too-many");
    withdrawn(last);
    assertThat(published(more, more, "\"de\"").member("standing")).isEqualTo("LIVE");
  }

  @Test
  void noneOfItIsForAgents() {
    assertThat(rest.get(AGENT, PATH).status()).isEqualTo(403);
    assertThat(rest.post(AGENT, PATH + "/1/withdraw", "{\"why\": \"x\"}").status()).isEqualTo(403);
  }

  @Test
  void whatThereIsNotIsSaid() {
    isRefused(rest.get(SUPERVISOR, PATH + "/9"), 404, "not-found");
    isRefused(withdrawn(9), 404, "not-found");
    isRefused(published(9, 9, "\"de\""), 404, "not-found");
  }
}
