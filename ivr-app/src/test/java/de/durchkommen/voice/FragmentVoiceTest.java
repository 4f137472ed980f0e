package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.prompt.PromptFolder;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.SpokenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FragmentVoiceTest {
  private static final SpokenText TURN = german("Sie sind an der Reihe.");
  private static final SpokenText THREE = german("Sie sind an Position drei.");

  @TempDir Path folder;

  private final SettableClock clock = new SettableClock();
  private Path recordings = Path.of("");
  private Path fragments = Path.of("");

  @BeforeEach
  void texts() throws IOException {
    Path prompts = Files.createDirectories(folder.resolve("prompts/de"));
    Files.writeString(
        prompts.resolve("call.properties"),
        """
        queue.turn=Sie sind an der Reihe.
        queue.position=Sie sind an Position {position, spellout}.
        """);
    recordings = folder.resolve("prompts/recordings");
    fragments = recordings.resolve("de/fragments");
  }

  @Test
  void withoutRecordingsItSaysNothing() {
    assertThat(voice().says(TURN)).isFalse();
    assertThatThrownBy(() -> voice().say(TURN, folder.resolve("out.wav")))
        .isInstanceOf(EngineFailure.class);
  }

  @Test
  void aRecordingIsHeardForTheTextOfItsName() throws Exception {
    float[] take = Takes.good(1);
    Takes.write(recordings.resolve("de/queue.turn.wav"), take);
    assertThat(voice().says(TURN)).isTrue();
    assertThat(voice().says(THREE)).isFalse();
    assertThat(voice().says(new SpokenText(Locale.ENGLISH, TURN.text()))).isFalse();
    voice().say(TURN, folder.resolve("out.wav"));
    assertThat(Wave.read(folder.resolve("out.wav")).samples())
        .as("a whole recording is left as it is")
        .hasSize(take.length);
  }

  @Test
  void aRecordingOfAnOlderTextIsNoLongerHeard() throws Exception {
    Takes.write(recordings.resolve("de/queue.turn.wav"), Takes.good(1));
    Files.writeString(recordings.resolve("de/queue.turn.txt"), "Sie sind jetzt dran.\n");
    assertThat(voice().says(TURN)).isFalse();
    assertThat(voice().says(german("Sie sind jetzt dran."))).isTrue();
  }

  @Test
  void aSentenceIsJoinedOnlyWhenAllPartsAreThere() throws Exception {
    Takes.write(fragments.resolve("queue.position.1.wav"), Takes.good(0.8));
    Files.writeString(fragments.resolve("queue.position.1.txt"), "Sie sind an Position\n");
    assertThat(voice().says(THREE)).as("never half a person").isFalse();
    Takes.write(fragments.resolve("drei.wav"), Takes.voice(0.4, -33, -70));
    assertThat(voice().says(THREE)).isTrue();
    assertThat(voice().says(german("Sie sind an Position vier."))).isFalse();
    voice().say(THREE, folder.resolve("out.wav"));
    Wave said = Wave.read(folder.resolve("out.wav"));
    assertThat(said.samples().length / (double) said.rate()).isBetween(1.1, 1.35);
  }

  @Test
  void theEndOfASentenceHasItsOwnWords() throws Exception {
    Takes.write(fragments.resolve("Sie-sind-an-Position.wav"), Takes.good(0.8));
    Takes.write(fragments.resolve("drei.wav"), Takes.good(0.4));
    String before = voice().id(THREE);
    Takes.write(fragments.resolve("drei.end.wav"), Takes.good(0.5));
    assertThat(voice().id(THREE)).isNotEqualTo(before);
  }

  @Test
  void anotherRecordingIsAnotherSound() throws Exception {
    Path file = Takes.write(recordings.resolve("de/queue.turn.wav"), Takes.good(1));
    Takes.write(fragments.resolve("drei.wav"), Takes.good(0.4));
    var found = recordings();
    var voice = new FragmentVoice(found);
    String before = voice.id(TURN);
    Takes.write(file, Takes.good(1.2));
    Takes.write(fragments.resolve("vier.wav"), Takes.good(0.4));
    assertThatThrownBy(() -> voice.say(TURN, folder.resolve("out.wav")))
        .as("never under the name of the one before")
        .isInstanceOf(EngineFailure.class);
    found.look();
    assertThat(voice.id(TURN)).isNotEqualTo(before);
  }

  @Test
  void newRecordingsAreFoundWhileCallsRun() throws Exception {
    var voice = new FragmentVoice(recordings());
    assertThat(voice.says(TURN)).isFalse();
    Takes.write(recordings.resolve("de/queue.turn.wav"), Takes.good(1));
    clock.passes(Recordings.LOOKED_AT_EVERY.plusSeconds(1));
    for (int i = 0; i < 200 && !voice.says(TURN); i++) {
      Thread.sleep(Duration.ofMillis(20));
    }
    assertThat(voice.says(TURN)).isTrue();
  }

  @Test
  void theStudioAsksTheRecordingsFirstAndTheEngineForTheRest() throws Exception {
    Takes.write(recordings.resolve("de/queue.turn.wav"), Takes.good(1));
    var engine = new FakeEngine("engine", "de");
    var studio =
        new Studio(
            List.of(voice(), engine),
            new SoundCache(folder.resolve("sounds"), 1_000_000, clock),
            new Workplaces(),
            library()::pronunciation);
    Path turn = studio.sound(TURN);
    assertThat(engine.said).isEmpty();
    studio.sound(THREE);
    assertThat(engine.said).containsExactly(THREE.text());
    assertThat(studio.sound(TURN)).isEqualTo(turn);
  }

  @Test
  void whatCannotBeReadIsLeftToTheEngine() throws Exception {
    Files.createDirectories(recordings.resolve("de"));
    Files.writeString(recordings.resolve("de/queue.turn.wav"), "no sound");
    assertThatThrownBy(() -> voice().say(TURN, folder.resolve("out.wav")))
        .isInstanceOf(EngineFailure.class);
  }

  @Test
  void filesThatMakeNoSenseHideNoOthers() throws Exception {
    Takes.write(recordings.resolve("de/queue.turn.wav"), Takes.good(1));
    Takes.write(fragments.resolve("---.wav"), Takes.good(1));
    Takes.write(fragments.resolve("._drei.wav"), Takes.good(1));
    Takes.write(fragments.resolve("vier.wav"), Takes.good(1));
    Files.write(fragments.resolve("vier.txt"), new byte[] {(byte) 0xC3, (byte) 0x28});
    Takes.write(recordings.resolve("xx/queue.turn.wav"), Takes.good(1));
    assertThat(voice().says(TURN)).isTrue();
    assertThat(voice().says(german("drei"))).isFalse();
  }

  private FragmentVoice voice() {
    return new FragmentVoice(recordings());
  }

  private Recordings recordings() {
    return new Recordings(Optional.of(recordings), library(), clock);
  }

  private PromptLibrary library() {
    return new PromptLibrary(new PromptFolder(Optional.of(folder.resolve("prompts"))), clock);
  }

  private static SpokenText german(String text) {
    return new SpokenText(Locale.GERMAN, text);
  }
}
