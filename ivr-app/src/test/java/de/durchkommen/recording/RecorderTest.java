package de.durchkommen.recording;

import static de.durchkommen.recording.RecordingStage.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.agent.AgentStage;
import de.durchkommen.api.Page;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.recording.Consents.Answer;
import de.durchkommen.recording.Tap.Ear;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
  @RegisterExtension private static final AgentStage AGENTS = new AgentStage();

  private static final SecurityContext ANNA = as("@anna", Role.AGENT);
  private static final SecurityContext BERT = as("@bert", Role.AGENT);
  private static final SecurityContext LEAD = as("@leitung", Role.SUPERVISOR);

  @TempDir private Path home = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private RecordingStage stage;

  @BeforeEach
  void open() throws IOException {
    stage = new RecordingStage(AGENTS, home);
  }

  @AfterEach
  void close() throws IOException {
    stage.close();
  }

  private long recorded(String call, int pieces) throws IOException {
    long talk = stage.talking(call, Answer.YES);
    stage.says(7, pieces);
    stage.hangsUp();
    stage.awaitsRow("KEPT - " + pieces + " 1");
    return talk;
  }

  private List<RecordingResource.Told> list() {
    return stage.recordings().list("", Page.USUAL, "r", LEAD).items();
  }

  private static List<String> audit() {
    return AGENTS.rows.rows("SELECT actor, action, subject FROM audit_event ORDER BY id");
  }

  private static void refused(Runnable work, String slug) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.slug()).isEqualTo(slug));
  }

  private byte[] heard(long id) throws IOException {
    Response answer = stage.recordings().audio(String.valueOf(id), "r", LEAD);
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
    var out = new ByteArrayOutputStream();
    ((WaveStream) answer.getEntity()).write(out);
    assertThat(answer.getHeaderString("Content-Length")).isEqualTo(String.valueOf(out.size()));
    return out.toByteArray();
  }

  @Test
  void aTalkIsRecordedWithAYesAndHeardByASupervisor()
      throws IOException, UnsupportedAudioFileException {
    long talk = recorded("call-1", 100);

    RecordingResource.Told told = list().getFirst();
    assertThat(told.talk()).isEqualTo(talk);
    assertThat(told.agent()).isEqualTo("anna");
    assertThat(told.seconds()).isEqualTo(2);
    byte[] wav = heard(told.id());
    try (AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
      assertThat(sound.getFormat().getSampleRate()).isEqualTo(8_000);
      assertThat(sound.readAllBytes()).hasSize(32_000).containsOnly(7);
    }
    byte[] onDisk =
        Files.readAllBytes(home.resolve("recordings").resolve(stage.files().getFirst()));
    assertThat(new String(onDisk, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("RIFF", "\7\7\7\7");
    assertThat(audit())
        .contains(
            "@leitung RECORDINGS_LISTED recordings",
            "@leitung RECORDING_HEARD recording " + told.id());
  }

  @Test
  void withoutAYesThereIsNoRecordingAndNobodyListens() {
    stage.talking("call-1", Answer.NO);
    // Others are asked, and say nothing, or are not asked.
    AGENTS.ready(2);
    stage.consents().answered("call-2", Answer.NONE, "de");
    stage.recorder.begins(AGENTS.talking(2, "call-2"));
    AGENTS.ready(3);
    stage.recorder.begins(AGENTS.talking(3, "call-3"));
    stage.upkeep.tick();
    assertThat(stage.rows()).isEmpty();
    assertThat(stage.key).isNull();
  }

  @Test
  void theDatabaseRefusesARecordingWithoutAYes() {
    stage.consents().answered("call-1", Answer.NO, "de");
    AGENTS.ready(1);
    long talk = AGENTS.talking(1, "call-1");
    for (String consent : List.of("YES", "NO")) {
      String row =
          "INSERT INTO recording (talk, call_id, consent, node, file, key_id, state, begun_at)"
              + " VALUES (%d, 'call-1', '%s', 'n', REPEAT('a', 32), '00000000', 'RUNNING',"
                  .formatted(talk, consent)
              + " '2026-12-01')";
      assertThatThrownBy(() -> AGENTS.rows.execute(row)).hasMessageContaining("recording_");
    }
  }

  @Test
  void nobodyIsAskedTwiceInACall() {
    assertThat(stage.consents().isDue("call-1")).isTrue();
    assertThat(stage.consents().answered("call-1", Answer.NO, "de")).isFalse();
    assertThat(stage.consents().isDue("call-1")).isFalse();
    assertThat(stage.consents().answered("call-1", Answer.YES, "de")).as("too late").isFalse();
    stage.recorder.stop();
    assertThat(stage.consents().isDue("call-2")).as("nothing can be recorded").isFalse();
  }

  @Test
  void onHoldNothingIsKeptAndAfterTheTalkNothingIsHeard() throws IOException {
    stage.talking("call-1", Answer.YES);
    stage.says(7, 10);
    RecordingStage.awaits(() -> stage.recorder.count() == 1);
    slowly(Ear.PAUSED);
    stage.says(8, 10);
    slowly(Ear.UNKNOWN);
    stage.says(9, 10);
    slowly(Ear.OPEN);
    stage.says(7, 5);
    slowly(Ear.GONE);
    stage.says(9, 5);
    assertThat(RecordingStage.isClosed(stage.lines.getLast())).isTrue();
    stage.awaitsRow("KEPT - 15 1");
    byte[] wav = heard(list().getFirst().id());
    assertThat(java.util.Arrays.copyOfRange(wav, WaveStream.HEADER, wav.length)).containsOnly(7);
  }

  /** What was said before has arrived. */
  private void slowly(Ear next) {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stage.ear = next;
  }

  @Test
  void whoKnowsNoKeyIsSentAway() throws IOException {
    stage.talking("call-1", Answer.YES);
    stage.says(7, 10);
    // Whoever comes first with a key has it.
    RecordingStage.awaits(() -> stage.recorder.count() == 1);
    try (Socket stranger = stage.connected(UUID.randomUUID());
        Socket second = stage.connected(java.util.Objects.requireNonNull(stage.key))) {
      assertThat(RecordingStage.isClosed(stranger)).isTrue();
      assertThat(RecordingStage.isClosed(second)).as("a key opens once").isTrue();
    }
    stage.hangsUp();
    stage.awaitsRow("KEPT - 10 1");
  }

  @Test
  void takingTheYesBackDeletesAtOnceAndForTheRestOfTheCall() throws IOException {
    long talk = stage.talking("call-1", Answer.YES);
    stage.says(7, 10);
    RecordingStage.awaits(() -> stage.recorder.count() == 1);
    Thread keepsTalking =
        Thread.ofVirtual()
            .start(() -> {
              try {
                for (int i = 0; i < 200; i++) {
                  stage.says(7, 1);
                  Thread.sleep(20);
                }
              } catch (IOException | InterruptedException over) {
                // It is over.
              }
            });
    assertThat(stage.revocation().revoked(false, "r", ANNA).deleted()).isEqualTo(1);
    keepsTalking.interrupt();
    assertThat(stage.rows()).containsExactly("DELETED REVOKED 0 0");
    assertThat(stage.files()).isEmpty();
    stage.recorder.begins(talk);
    stage.upkeep.tick();
    assertThat(stage.rows()).hasSize(1);
    assertThat(audit()).contains("@anna RECORDING_REVOKED talk " + talk);
    refused(() -> stage.revocation().revoked(false, "r", BERT), "no-talk");
  }

  @Test
  void allOfAPersonAreDeletedWhenTheyAreKnown() throws IOException {
    AGENTS.rows.execute(
        "INSERT INTO person (id, code, birth_date, name, postcode) VALUES"
            + " (41, '1000000009', '1930-02-03', 'Jürgen Müller', '34117')");
    long earlier = recorded("call-1", 10);
    AGENTS.rows.execute("UPDATE talk SET person = 41 WHERE id = " + earlier);
    AGENTS.callerLeft(earlier);
    AGENTS.again(1);
    AGENTS.ready(2);
    long now = AGENTS.talking(2, "call-2");
    refused(() -> stage.revocation().revoked(true, "r", BERT), "caller-unknown");
    AGENTS.rows.execute("UPDATE talk SET person = 41 WHERE id = " + now);
    assertThat(stage.revocation().revoked(false, "r", BERT).deleted()).isZero();
    assertThat(stage.revocation().revoked(true, "r", BERT).deleted()).isEqualTo(1);
    assertThat(stage.files()).isEmpty();
  }

  @Test
  void aSupervisorDeletesOne() throws IOException {
    recorded("call-1", 10);
    String id = String.valueOf(list().getFirst().id());
    stage.recordings().delete(id, "r", LEAD);
    stage.recordings().delete(id, "r", LEAD);
    assertThat(stage.rows()).containsExactly("DELETED SUPERVISOR 10 0");
    assertThat(stage.files()).isEmpty();
    refused(() -> stage.recordings().audio(id, "r", LEAD), "not-found");
    refused(() -> stage.recordings().delete("99999", "r", LEAD), "not-found");
    refused(() -> stage.recordings().audio("../x", "r", LEAD), "invalid");
    assertThat(audit()).containsOnlyOnce("@leitung RECORDING_DELETED recording " + id);
  }

  @Test
  void whatIsOldIsDeletedAndForgottenLater() throws IOException {
    recorded("call-1", 10);
    AGENTS.clock.pass(Duration.ofDays(30).minusMinutes(1));
    stage.upkeep.clean();
    assertThat(stage.rows()).containsExactly("KEPT - 10 1");
    AGENTS.clock.pass(Duration.ofMinutes(2));
    stage.upkeep.clean();
    stage.upkeep.tick();
    assertThat(stage.rows()).containsExactly("DELETED AGE 10 0");
    assertThat(stage.files()).isEmpty();
    AGENTS.clock.pass(Duration.ofDays(31));
    stage.upkeep.clean();
    assertThat(stage.rows()).isEmpty();
    assertThat(AGENTS.rows.rows("SELECT answer FROM recording_consent")).isEmpty();
    assertThat(audit()).anyMatch(line -> line.startsWith(" RECORDINGS_DELETED before "));
  }

  @Test
  void whatACrashCutOffIsDeleted() throws IOException {
    stage.talking("call-1", Answer.YES);
    stage.says(7, 10);
    RecordingStage.awaits(() -> stage.recorder.count() == 1);
    stage.startsAgain();
    AGENTS.clock.pass(Duration.ofSeconds(10));
    stage.upkeep.tick();
    assertThat(stage.rows()).containsExactly("DELETED BROKEN 0 0");
    assertThat(stage.files()).isEmpty();
  }

  @Test
  void rowsAndFilesWithoutEachOtherGo() throws IOException {
    recorded("call-1", 10);
    Path folder = home.resolve("recordings");
    Files.delete(folder.resolve(stage.files().getFirst()));
    Path stray = folder.resolve("e".repeat(32));
    Files.writeString(stray, "x");
    Files.setLastModifiedTime(stray, FileTime.from(AGENTS.clock.instant().minusSeconds(600)));
    Path young = folder.resolve("f".repeat(32));
    Files.writeString(young, "x");
    Files.setLastModifiedTime(young, FileTime.from(AGENTS.clock.instant()));
    stage.upkeep.clean();
    assertThat(stage.rows().getFirst()).startsWith("DELETED BROKEN");
    assertThat(stage.files()).containsExactly("f".repeat(32));
  }

  @Test
  void aDiskThatTakesNothingIsAFaultAndNoRecording() throws IOException {
    Files.writeString(home.resolve("recordings"), "a file where the folder should be");
    stage.talking("call-1", Answer.YES);
    stage.awaitsRow("DELETED BROKEN 0 1");
    RecordingStage.awaits(() -> stage.faults.count() == 1);
    assertThat(new RecordingReadiness(stage.recorder, stage.faults)).isNotNull();
    assertThat(stage.key).as("nobody listens").isNull();
  }

  @Test
  void aRecordingWhoseSoundNeverComesIsAFault() {
    stage.reached = false;
    stage.talking("call-1", Answer.YES);
    stage.awaitsRow("DELETED BROKEN 0 1");
    assertThat(stage.faults.count()).isEqualTo(1);
  }

  @Test
  void theDeskIsToldWhenItChanges() throws IOException {
    String version = "SELECT version FROM agent_seat WHERE account = 1";
    stage.consents().answered("call-1", Answer.YES, "de");
    AGENTS.ready(1);
    long talk = AGENTS.talking(1, "call-1");
    List<String> before = AGENTS.rows.rows(version);
    stage.recorder.begins(talk);
    RecordingStage.awaits(() -> !AGENTS.rows.rows(version).equals(before));
    List<String> running = AGENTS.rows.rows(version);
    stage.says(7, 10);
    stage.hangsUp();
    RecordingStage.awaits(() -> !AGENTS.rows.rows(version).equals(running));
  }
}
