package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import de.durchkommen.prompt.PromptFolder;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.SpokenText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fixed German text by each engine, in each codec, as a caller hears it. */
@Tag("engine")
class SpokenLoudnessTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final PromptLibrary LIBRARY =
      new PromptLibrary(new PromptFolder(Optional.of(Path.of("../prompts"))), CLOCK);

  /** An engine that is the last resort is heard with some texts only, to save time. */
  private static final int EVERY = 8;

  @TempDir Path folder;

  private final DoubleSummaryStatistics loudness = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics peaks = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics pauses = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics millis = new DoubleSummaryStatistics();

  @BeforeEach
  void theEnginesOfThisMachine() {
    assumeFalse(Boolean.getBoolean("durchkommen.tests.offline"), "durchkommen.tests.offline");
    assertThat(System.getProperty(VoiceSettings.PICO, "")).isNotBlank();
  }

  @Test
  void everyTextIsAsLoudInEachCodecWithoutClippingAndLongPauses() throws Exception {
    List<VoiceEngine> engines =
        VoiceSettings.of(key -> Optional.ofNullable(System.getProperty(key))).engines(CLOCK);
    List<SpokenText> texts = List.copyOf(LIBRARY.fixedTextsById(Locale.GERMAN, "").values());
    assertThat(texts).hasSizeGreaterThan(20);
    for (int i = 0; i < texts.size(); i++) {
      heard(engines.getFirst(), texts.get(i));
      if (i % EVERY == 0) {
        heard(engines.getLast(), texts.get(i));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "LOUDNESS %d sounds: %.2f to %.2f LUFS, peak %.2f dB, pause %.2f s, %.0f ms (most %.0f)%n",
        loudness.getCount(),
        loudness.getMin(),
        loudness.getMax(),
        20 * Math.log10(peaks.getMax()),
        pauses.getMax(),
        millis.getAverage(),
        millis.getMax());
  }

  private void heard(VoiceEngine engine, SpokenText text) throws Exception {
    SpokenText words = VoiceText.of(text, LIBRARY.pronunciation(text.language()));
    Path wav = folder.resolve("said.wav");
    engine.say(words, wav);
    Wave wave = Wave.read(wav);
    Files.delete(wav);
    long start = System.nanoTime();
    TelephoneSound sound = TelephoneSound.of(wave);
    for (SoundCodec codec : SoundCodec.values()) {
      sound.in(codec);
    }
    millis.accept((System.nanoTime() - start) / 1e6);
    for (SoundCodec codec : SoundCodec.values()) {
      Band band = codec == SoundCodec.G722 || codec == SoundCodec.SLIN16 ? Band.WIDE : Band.NARROW;
      float[] samples = decoded(codec, sound.in(codec));
      double measured = Loudness.measured(samples, band.rate());
      assertThat(measured)
          .as("%s %s: %s", engine.id(text.language()), codec, text.text())
          .isCloseTo(Loudness.TARGET_LUFS, within(0.5));
      assertThat(Clipping.isIn(samples)).as("%s: %s", codec, text.text()).isFalse();
      double peak = Limiter.truePeak(samples, band.rate());
      assertThat(peak).as("%s: %s", codec, text.text()).isLessThan(1);
      loudness.accept(measured);
      peaks.accept(peak);
    }
    double pause = Silence.longestPause(sound.wide(), Band.WIDE.rate(), MeasuredSound.PAUSE_DB);
    assertThat(pause).as(text.text()).isLessThanOrEqualTo(Silence.MOST_PAUSE);
    pauses.accept(pause);
  }

  private static float[] decoded(SoundCodec codec, byte[] codes) throws Exception {
    return switch (codec) {
      case ALAW -> floats(G711Test.decoded(G711.ALAW, G711Test.ints(codes)));
      case ULAW -> floats(G711Test.decoded(G711.ULAW, G711Test.ints(codes)));
      case G722 -> floats(G722Decoder.decoded(codes));
      case SLIN16 -> Linear.decoded(codes);
    };
  }

  private static float[] floats(short[] samples) {
    float[] floats = new float[samples.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = samples[i] / 32_768f;
    }
    return floats;
  }
}
