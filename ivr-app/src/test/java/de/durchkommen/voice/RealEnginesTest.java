package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import de.durchkommen.prompt.Pronunciation;
import de.durchkommen.prompt.SpokenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engines as they are on this machine: {@code durchkommen.voice.pico}, {@code
 * durchkommen.voice.pico.out}, {@code durchkommen.voice.espeak} and {@code
 * durchkommen.voice.rhvoice} are system properties. Without them these tests fail, unless {@code
 * durchkommen.tests.offline} is true.
 */
@Tag("engine")
class RealEnginesTest {
  private static final int RATE = Band.NARROW.rate();

  @TempDir Path folder;

  @BeforeEach
  void theEnginesOfThisMachine() {
    assumeFalse(Boolean.getBoolean("durchkommen.tests.offline"), "durchkommen.tests.offline");
    for (String key : List.of(VoiceSettings.PICO, VoiceSettings.ESPEAK, VoiceSettings.RHVOICE)) {
      assertThat(System.getProperty(key, ""))
          .as("-D%s=<words that start it>, or -Ddurchkommen.tests.offline=true", key)
          .isNotBlank();
    }
  }

  private static Engines engines() {
    return new Engines(VoiceSettings.of(key -> Optional.ofNullable(System.getProperty(key))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PICO | Guten Tag. Hier ist die Terminvergabe für Impfungen. | 2.5 | 5",
        "ESPEAK | Guten Tag. Hier ist die Terminvergabe für Impfungen. | 2.5 | 6",
        "PICO | am Dienstag, dem ersten Dezember, um 9 Uhr 30 | 3 | 5.5",
        "ESPEAK | am Dienstag, dem ersten Dezember, um 9 Uhr 30 | 2.5 | 5.5",
        "PICO | Gelöscht. | 0.7 | 1.6",
        "PICO | -x und --help | 0.7 | 3"
      })
  void germanSentencesSoundLikeSentences(
      EngineName engine, String text, double atLeast, double atMost) throws Exception {
    float[] heard = heard(engine, Locale.GERMAN, text);
    assertThat(heard.length / (double) RATE).isBetween(atLeast, atMost);
    assertThat(Loudness.measured(heard, RATE)).isCloseTo(Loudness.TARGET_LUFS, within(0.5));
    assertThat(Limiter.truePeak(heard, RATE)).isBetween(0.1, 1.02 * Limiter.ceiling());
    assertThat(milliseconds(heard, true)).as("rest before").isBetween(40, 90);
    assertThat(milliseconds(heard, false)).as("rest after").isBetween(180, 300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "it", "es", "en-US"})
  void picoSpeaksItsOtherLanguages(String language) throws Exception {
    assertThat(heard(EngineName.PICO, Locale.forLanguageTag(language), "Radio Orchestra Piano"))
        .hasSizeBetween(RATE, 4 * RATE);
  }

  @ParameterizedTest
  @CsvSource({
    "RHVOICE, ru, 'Здравствуйте. Вы записаны на прививку.', 2, 5",
    "RHVOICE, uk, 'Вітаю вас. Ви записані на щеплення.', 2, 5",
    "RHVOICE, pl, 'Dzień dobry. Jest pani zapisana na szczepienie.', 2, 5",
    "ESPEAK, tr, 'İyi günler. Aşı için randevunuz var.', 2, 5",
    "ESPEAK, ar, 'مرحبا. لديك موعد للتطعيم.', 1.5, 6"
  })
  void otherLanguagesAreSpoken(
      EngineName engine, String language, String text, double atLeast, double atMost)
      throws Exception {
    float[] heard = heard(engine, Locale.of(language), text);
    assertThat(heard.length / (double) RATE).isBetween(atLeast, atMost);
    assertThat(Loudness.measured(heard, RATE)).isCloseTo(Loudness.TARGET_LUFS, within(0.5));
  }

  @ParameterizedTest
  @CsvSource({"ru, Раз", "pl, Raz"})
  void aVoiceThatRhvoiceDoesNotHaveIsAFailureAndIsTold(String language, String word) {
    var engine =
        new RhvoiceEngine(
            new EngineProgram(List.of(System.getProperty(VoiceSettings.RHVOICE, ""))),
            Map.of(language, "nobody"));
    SpokenText text = new SpokenText(Locale.of(language), word);
    assertThatThrownBy(() -> engine.say(text, folder.resolve("nobody.wav")))
        .isInstanceOf(EngineFailure.class);
    assertThat(engine.missing(Locale.of(language)))
        .contains("eine Probe misslang: RHVoice hat keine Stimme nobody");
  }

  @ParameterizedTest
  @CsvSource({
    "ru, elena, 'Здравствуйте. Перед вами в очереди 325 человек: Ждать примерно 10 минут.'",
    "uk, natalia, 'Вітаю вас. Перед вами в черзі 325 людей. Чекати приблизно 10 хвилин.'",
    "pl, magda, 'Dzień dobry. Przed panią w kolejce czeka 325 osób. Proszę czekać.'"
  })
  void rhvoiceInMemorySoundsTheSame(String language, String voice, String text) throws Exception {
    var program = new EngineProgram(List.of(System.getProperty(VoiceSettings.RHVOICE, "")));
    RhvoiceHome home = RhvoiceHome.of(program).orElseThrow();
    assertThat(home.resident()).as("RHVoice-service beside RHVoice-test").isPresent();
    Path wav = folder.resolve("once.wav");
    new RhvoiceEngine(program, RhvoiceEngine.VOICES)
        .say(new SpokenText(Locale.of(language), text), wav);
    RhvoiceResident resident = RhvoiceResident.started(home, Duration.ofSeconds(10));
    try {
      resident.said("elena", "Ещё одна фраза.", Duration.ofSeconds(10));
      assertThat(resident.said(voice, text, Duration.ofSeconds(10)))
          .isEqualTo(Wave.read(wav).samples());
      assertThat(Wave.read(wav).rate()).isEqualTo(RhvoiceResident.RATE);
    } finally {
      resident.end();
    }
  }

  @Test
  void rhvoiceInMemoryDoesNotOutliveAProcessThatIsKilled() throws Exception {
    var program = new EngineProgram(List.of(System.getProperty(VoiceSettings.RHVOICE, "")));
    String own = System.getProperty("java.class.path");
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("surefire.test.class.path", own),
                ResidentHolder.class.getName(),
                program.place().orElseThrow().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      long pid = Long.parseLong(holder.inputReader().readLine());
      ProcessHandle rhvoice = ProcessHandle.of(pid).orElseThrow();
      assertThat(rhvoice.isAlive()).isTrue();
      holder.destroyForcibly();
      rhvoice.onExit().get(10, TimeUnit.SECONDS);
    } finally {
      holder.destroyForcibly();
    }
  }

  @Test
  void everyLanguageHasItsFirstEngineHere() {
    VoiceSettings settings = VoiceSettings.of(key -> Optional.ofNullable(System.getProperty(key)));
    assertThat(VoiceRoll.states(settings, List.of("de", "en", "tr", "ru", "uk", "pl", "it", "ar")))
        .extracting(state -> state.language() + " " + state.line())
        .containsExactly(
            "de pico",
            "en pico",
            "tr espeak",
            "ru rhvoice",
            "uk rhvoice",
            "pl rhvoice",
            "it pico",
            "ar espeak");
  }

  @Test
  void umlautsAreSpokenWhateverTheLocaleOfTheProcessIs() throws Exception {
    for (EngineName engine : List.of(EngineName.PICO, EngineName.ESPEAK)) {
      assertThat(heard(engine, Locale.GERMAN, "Gießen, Grüße, Öl"))
          .isNotEqualTo(heard(engine, Locale.GERMAN, "Gie?en, Gr??e, ?l"));
    }
  }

  /** Why the hour one is spelled, and codes have full stops: what Pico makes of them. */
  @Test
  void picoNeedsTheSpellingThatTheGermanFormsGiveIt() throws Exception {
    assertThat(heard(EngineName.PICO, Locale.GERMAN, "1 Uhr"))
        .as("'1 Uhr' is said as 'eins Uhr'")
        .isEqualTo(heard(EngineName.PICO, Locale.GERMAN, "eins Uhr"))
        .isNotEqualTo(heard(EngineName.PICO, Locale.GERMAN, "ein Uhr"));
    assertThat(heard(EngineName.PICO, Locale.GERMAN, "9 Uhr 30"))
        .isEqualTo(heard(EngineName.PICO, Locale.GERMAN, "neun Uhr dreißig"));
    assertThat(
            longestPause(
                heard(EngineName.PICO, Locale.GERMAN, "vier, sieben, eins. null, zwo, acht")))
        .as("the groups of a code are heard as groups")
        .isGreaterThan(
            longestPause(heard(EngineName.PICO, Locale.GERMAN, "vier, sieben, eins")) * 14 / 10);
  }

  @Test
  void theFallbackSoundsAreMadeFromTheirTexts() throws Exception {
    Path prompts = Files.createDirectories(folder.resolve("prompts/de")).getParent();
    Files.writeString(
        folder.resolve("prompts/de/fallback.properties"),
        "fallback.fault=Wir haben eine Störung.\nfallback.person=Bitte warten Sie.");
    System.setProperty(VoiceSettings.SOUNDS, folder.resolve("cache").toString());
    try {
      FallbackSounds.main(new String[] {String.valueOf(prompts), folder.resolve("out").toString()});
    } finally {
      System.clearProperty(VoiceSettings.SOUNDS);
    }
    assertThat(folder.resolve("out/de"))
        .isDirectoryContaining("glob:**/fallback.fault.ulaw")
        .isDirectoryContaining("glob:**/fallback.person.alaw");
    assertThat(folder.resolve("out/de/fallback.fault.txt"))
        .hasContent("de\nWir haben eine Störung.\n");
    assertThat(Files.size(folder.resolve("out/de/fallback.fault.alaw"))).isGreaterThan(RATE);
  }

  /** What a caller gets: made by the engine, brought to the telephone, coded and decoded again. */
  private float[] heard(EngineName engine, Locale language, String text)
      throws EngineFailure, IOException {
    Path wav = folder.resolve("said.wav");
    SpokenText words = VoiceText.of(new SpokenText(language, text), Pronunciation.NONE);
    engines().named(engine).say(words, wav);
    byte[] codes = TelephoneSound.of(Wave.read(wav)).in(SoundCodec.ALAW);
    Files.delete(wav);
    short[] samples = G711Test.decoded(G711.ALAW, G711Test.ints(codes));
    float[] heard = new float[samples.length];
    for (int i = 0; i < heard.length; i++) {
      heard[i] = samples[i] / 32_768f;
    }
    return heard;
  }

  private static int milliseconds(float[] samples, boolean atStart) {
    int quiet = 0;
    while (Math.abs(samples[atStart ? quiet : samples.length - 1 - quiet]) < 0.002) {
      quiet++;
    }
    return quiet * 1_000 / RATE;
  }

  private static int longestPause(float[] samples) {
    int longest = 0;
    int quiet = 0;
    for (int i = RATE / 16; i < samples.length - RATE / 4; i++) {
      quiet = Math.abs(samples[i]) < 0.002 ? quiet + 1 : 0;
      longest = Math.max(longest, quiet);
    }
    return longest;
  }
}
