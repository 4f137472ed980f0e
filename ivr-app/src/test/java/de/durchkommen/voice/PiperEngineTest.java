package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.durchkommen.prompt.SpokenText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Piper says is heard only where {@code -Ddurchkommen.voice.piper.de=MODEL.onnx} is given. */
class PiperEngineTest {
  private static final String MODEL = VoiceSettings.PIPER + ".de";
  private static final SpokenText TEXT = new SpokenText(Locale.GERMAN, "Guten Tag.");

  @TempDir Path folder;

  @Test
  void aModelIsSpokenWith() throws Exception {
    String model = System.getProperty(MODEL, "");
    assumeTrue(!model.isBlank(), "No model: -D" + MODEL + "=<file>.onnx");
    var engine = new PiperEngine(Map.of("de", Path.of(model)));
    assertThat(engine.missing(Locale.GERMAN)).isEmpty();
    Path wav = folder.resolve("said.wav");
    engine.say(TEXT, wav);
    Wave wave = Wave.read(wav);
    assertThat(wave.samples().length / (double) wave.rate()).isBetween(0.5, 3.0);
  }

  @Test
  void whatIsMissingIsTold() throws Exception {
    Path model = folder.resolve("voice.onnx");
    var engine = new PiperEngine(Map.of("de", model));
    assertThat(engine.speaks(Locale.ENGLISH)).isFalse();
    assertThat(engine.missing(Locale.ENGLISH))
        .contains("kein Modell (Einstellung durchkommen.voice.piper.en)");
    assertThat(engine.missing(Locale.GERMAN)).contains("die Datei " + model + " fehlt");
    assertThatThrownBy(() -> engine.say(TEXT, folder.resolve("x.wav")))
        .isInstanceOf(EngineFailure.class);
    String before = engine.id(Locale.GERMAN);
    Files.writeString(model, "no model");
    assertThat(engine.id(Locale.GERMAN)).isNotEqualTo(before);
    assertThat(engine.missing(Locale.GERMAN)).contains("die Datei " + model + ".json fehlt");
  }

  /** Only with the property: it unpacks the library, and a model that is none can end a JVM. */
  @Test
  void theNativeLibraryLoadsOnThisMachine() throws Exception {
    assumeTrue(Boolean.getBoolean("durchkommen.tests.piper"), "-Ddurchkommen.tests.piper=true");
    assertThat(new PiperModels()).isNotNull();
  }
}
