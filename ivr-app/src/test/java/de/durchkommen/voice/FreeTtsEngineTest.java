package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.prompt.SpokenText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FreeTtsEngineTest {
  /** Loaded once: it takes a second. */
  private static final FreeTtsEngine ENGINE = new FreeTtsEngine();

  private static final String SENTENCE = "Good morning. Your appointment is on the first of May.";

  @TempDir Path folder;

  @Test
  void anEnglishSentenceIsSpoken() throws Exception {
    Wave wave = said(SENTENCE);
    assertThat(wave.rate()).isEqualTo(16_000);
    assertThat(wave.samples().length / 16_000.0).isBetween(2.5, 5.0);
    assertThat(Limiter.truePeak(wave.samples(), wave.rate())).isBetween(0.1, 1.0);
  }

  @Test
  void manyThreadsGetTheSameSoundAsOne() throws Exception {
    float[] alone = said(SENTENCE).samples();
    List<Callable<float[]>> works = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String text = i % 2 == 0 ? SENTENCE : "Please hold the line.";
      works.add(() -> said(text).samples());
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<float[]>> sounds = threads.invokeAll(works);
      for (int i = 0; i < sounds.size(); i += 2) {
        assertThat(sounds.get(i).get()).isEqualTo(alone);
      }
    }
  }

  @Test
  void lettersThatEnglishLacksAreSpokenWithoutTheirMarks() throws Exception {
    assertThat(FreeTtsEngine.plain("Gießen – Łódź, İzmir’s café 5 €"))
        .isEqualTo("Giessen - Lodz, Izmir's cafe 5  ");
    assertThat(said("Gießen").samples()).isEqualTo(said("Giessen").samples());
    assertThat(said("Привет 5").samples()).isNotEmpty();
  }

  @Test
  void otherLanguagesAreRefused() {
    assertThat(ENGINE.speaks(Locale.GERMAN)).isFalse();
    assertThat(ENGINE.missing(Locale.GERMAN)).contains("kann diese Sprache nicht");
    assertThat(ENGINE.missing(Locale.UK)).isEmpty();
    SpokenText german = new SpokenText(Locale.GERMAN, "Guten Tag.");
    assertThatThrownBy(() -> ENGINE.say(german, folder.resolve("x.wav")))
        .isInstanceOf(EngineFailure.class);
  }

  private Wave said(String text) throws EngineFailure {
    Path wav = folder.resolve(UUID.randomUUID() + ".wav");
    ENGINE.say(new SpokenText(Locale.ENGLISH, text), wav);
    return Wave.read(wav);
  }
}
