package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import de.durchkommen.launch.phone.Heard;
import de.durchkommen.launch.phone.Hearing;
import de.durchkommen.launch.phone.PromptSound;
import de.durchkommen.launch.phone.Recogniser;
import de.durchkommen.launch.phone.Recording;
import de.durchkommen.prompt.DeclaredPrompts;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.PromptFolder;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.RecordingScript;
import de.durchkommen.prompt.RecordingScript.Line;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.SpokenWords;
import de.durchkommen.prompt.Utterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A full set of fragments by one speaker, who is SVOX Pico here, word by word. What is joined of
 * them is looked for part by part, by the recogniser of the telephone tests.
 */
@Tag("engine")
class SpeakerOfFragmentsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
  private static final PromptLibrary LIBRARY =
      new PromptLibrary(new PromptFolder(Optional.of(Path.of("../prompts"))), CLOCK);
  private static final List<Prompt> DECLARED =
      DeclaredPrompts.of(
          List.of("de.durchkommen.call.Prompts", "de.durchkommen.call.WaitingPrompts"));

  @TempDir Path folder;

  private VoiceEngine pico = new FakeEngine("none", "");

  @BeforeEach
  void theEngineOfThisMachine() {
    assumeFalse(Boolean.getBoolean("durchkommen.tests.offline"), "durchkommen.tests.offline");
    assertThat(System.getProperty(VoiceSettings.PICO, "")).isNotBlank();
    pico =
        VoiceSettings.of(key -> Optional.ofNullable(System.getProperty(key)))
            .engines(CLOCK)
            .getFirst();
  }

  @Test
  void positionsAreWholeSentencesInOneVoice() throws Exception {
    SpokenText said = said("queue.position", Map.of("position", 23));
    List<String> heard = heard(recorded(said), said);
    assertThat(heard).containsExactly("Sie sind an Position", "dreiundzwanzig");
  }

  @Test
  void daysAndTimesAreToo() throws Exception {
    SpokenText said = said("queue.closed", Map.of("opens", LocalDateTime.of(2026, 12, 1, 9, 30)));
    List<String> heard = heard(recorded(said), said);
    assertThat(heard)
        .containsSubsequence(
            "Die Hotline ist jetzt geschlossen. Wir öffnen wieder am",
            "Dienstag",
            "dem ersten",
            "Dezember",
            "dreißig");
  }

  /** Pico's joined fragments, without a click or a hole at any joint. */
  @Test
  void noJointIsHeard() throws Exception {
    SpokenText said = said("queue.closed", Map.of("opens", LocalDateTime.of(2026, 12, 1, 9, 30)));
    Path recordings = recorded(said);
    Wave wave = joined(recordings, said);
    Path whole = folder.resolve("whole.wav");
    pico.say(said, whole);
    float[] spoken = FragmentSound.of(Wave.read(whole).samples(), wave.rate()).samples();
    assertThat(steepest(wave.samples()))
        .as("no steeper than within the fragments")
        .isLessThan(1.01 * steepestOf(recordings));
    assertThat(Silence.longestPause(wave.samples(), wave.rate(), -60))
        .isLessThan(Silence.MOST_PAUSE);
    assertThat(wave.samples().length).isBetween(spoken.length * 8 / 10, spoken.length * 18 / 10);
  }

  private SpokenText said(String id, Map<String, Object> values) {
    Prompt prompt = DECLARED.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    SpokenText text = LIBRARY.spoken(new Utterance(prompt, values), Locale.GERMAN);
    return VoiceText.of(text, LIBRARY.pronunciation(Locale.GERMAN));
  }

  /** Every fragment of the script with words of the sentence, each spoken by itself. */
  private Path recorded(SpokenText said) throws Exception {
    Path recordings = folder.resolve("recordings");
    Path fragments = Files.createDirectories(recordings.resolve("de/fragments"));
    Set<String> words =
        SpokenWords.of(said.text(), Locale.GERMAN).stream()
            .map(SpokenWords.Word::text)
            .collect(Collectors.toSet());
    RecordingScript script = LIBRARY.script(Locale.GERMAN, DECLARED, List.of());
    for (Line line : script.byName(true).values()) {
      boolean needed =
          SpokenWords.of(line.text(), Locale.GERMAN).stream()
              .allMatch(word -> words.contains(word.text()));
      if (needed) {
        pico.say(line.words(Locale.GERMAN), fragments.resolve(line.name() + ".wav"));
        Files.writeString(fragments.resolve(line.name() + ".txt"), line.text());
      }
    }
    return recordings;
  }

  private Wave joined(Path recordings, SpokenText said) throws Exception {
    var voice = new FragmentVoice(new Recordings(Optional.of(recordings), LIBRARY, CLOCK));
    assertThat(voice.says(said)).isTrue();
    Path wav = folder.resolve("joined.wav");
    voice.say(said, wav);
    return Wave.read(wav);
  }

  /**
   * The texts of the fragments that the recogniser finds in the joined sentence, in their order.
   */
  private List<String> heard(Path recordings, SpokenText said) throws Exception {
    Path sounds = Files.createDirectories(folder.resolve("sounds"));
    Path whole = sounds.resolve("whole");
    SoundFiles.write(whole, TelephoneSound.of(joined(recordings, said)), said);
    List<PromptSound> known = new ArrayList<>();
    try (Stream<Path> wavs = Files.list(recordings.resolve("de/fragments"))) {
      for (Path wav : wavs.filter(file -> file.toString().endsWith(".wav")).sorted().toList()) {
        known.add(known(wav, sounds));
      }
    }
    Path call = folder.resolve("call.wav");
    Files.delete(Path.of(whole + ".sln16"));
    SoundCopy.write(whole, call);
    Hearing hearing = new Recogniser(known).recognised(Recording.read(call));
    return hearing.prompts().stream().map(Heard::sound).map(PromptSound::text).toList();
  }

  private static PromptSound known(Path wav, Path sounds) throws IOException, EngineFailure {
    Path base = sounds.resolve(RecordedFile.name(wav));
    String text = Files.readString(RecordedFile.words(wav));
    SoundFiles.write(base, TelephoneSound.of(Wave.read(wav)), new SpokenText(Locale.GERMAN, text));
    return PromptSound.of(base);
  }

  private static double steepestOf(Path recordings) throws Exception {
    double steepest = 0;
    try (Stream<Path> wavs = Files.list(recordings.resolve("de/fragments"))) {
      for (Path wav : wavs.filter(file -> file.toString().endsWith(".wav")).toList()) {
        Wave wave = Wave.read(wav);
        float[] part = FragmentSound.of(wave.samples(), wave.rate()).samples();
        steepest = Math.max(steepest, steepest(part));
      }
    }
    return steepest;
  }

  private static double steepest(float[] samples) {
    double steepest = 0;
    for (int i = 1; i < samples.length; i++) {
      steepest = Math.max(steepest, Math.abs(samples[i] - samples[i - 1]));
    }
    return steepest;
  }
}
