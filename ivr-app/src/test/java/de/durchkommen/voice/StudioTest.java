package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.prompt.Pronunciation;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.VoiceUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class StudioTest {
  private static final SpokenText TEXT = new SpokenText(Locale.GERMAN, "Guten Tag.");
  private static final int CALLERS = 20;

  @TempDir Path folder;

  private final FakeEngine first = new FakeEngine("first", "de");
  private final FakeEngine second = new FakeEngine("second", "de fr");
  private Studio studio;

  @BeforeEach
  void open() {
    studio = studio(Duration.ofSeconds(20), CALLERS);
  }

  @Test
  void aTextIsMadeOnceAndFoundFromThenOn() {
    Path sound = studio.sound(TEXT);
    assertThat(studio.sound(TEXT)).isEqualTo(sound);
    assertThat(studio(Duration.ofSeconds(1), 1).sound(TEXT)).isEqualTo(sound);
    assertThat(first.said).containsExactly("Guten Tag.");
    assertThat(second.said).isEmpty();
    assertThat(Path.of(sound + ".alaw")).isNotEmptyFile();
  }

  @Test
  void manyCallersOfOneTextHaveItMadeOnce() throws Exception {
    var everybodyAsked = new CountDownLatch(CALLERS);
    first.meanwhile = () -> awaited(everybodyAsked);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Path> caller =
          () -> {
            everybodyAsked.countDown();
            return studio.sound(TEXT);
          };
      List<Future<Path>> sounds =
          threads.invokeAll(IntStream.range(0, CALLERS).mapToObj(i -> caller).toList());
      for (Future<Path> sound : sounds) {
        assertThat(sound.get()).isEqualTo(sounds.getFirst().get());
      }
    }
    assertThat(first.said).hasSize(1);
  }

  @Test
  void whereTheFirstEngineFailsTheNextSpeaksUntilTheFirstIsWellAgain() {
    first.broken = true;
    Path bySecond = studio.sound(TEXT);
    assertThat(studio.sound(TEXT)).isEqualTo(bySecond);
    assertThat(second.said).as("kept under its own name").hasSize(1);
    first.broken = false;
    assertThat(studio.sound(TEXT)).isNotEqualTo(bySecond);
    assertThat(first.said).hasSize(3);
  }

  @Test
  void whenNoEngineWorksTheCallerIsToldAndNothingIsLeft() throws IOException {
    first.broken = true;
    second.broken = true;
    assertThatThrownBy(() -> studio.sound(TEXT))
        .isInstanceOf(VoiceUnavailableException.class)
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2));
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
    first.broken = false;
    assertThat(studio.sound(TEXT)).as("the failure is not kept").isNotNull();
  }

  @Test
  void everyLanguageHasItsEngines() {
    studio.sound(new SpokenText(Locale.FRENCH, "Bonjour."));
    assertThat(second.said).containsExactly("Bonjour.");
    assertThat(first.said).isEmpty();
    assertThatThrownBy(() -> studio.sound(new SpokenText(Locale.JAPANESE, "x")))
        .isInstanceOf(VoiceUnavailableException.class)
        .hasMessage("No voice for ja");
  }

  @Test
  void theEngineGetsThePronunciationAndTheTranscriptTheText() {
    Path sound = studio.sound(new SpokenText(Locale.GERMAN, "Hier ist die 116117."));
    assertThat(first.said).containsExactly("Hier ist die eins eins sechs, eins eins sieben.");
    assertThat(Path.of(sound + ".txt")).hasContent("de\nHier ist die 116117.\n");
  }

  @Test
  void callersOfDifferentTextsDoNotWaitLongerThanTheyMay() throws Exception {
    var end = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    first.meanwhile =
        () -> {
          begun.countDown();
          awaited(end);
        };
    Studio small = studio(Duration.ofMillis(50), 1);
    Thread busy = Thread.startVirtualThread(() -> small.sound(TEXT));
    begun.await();
    assertThatThrownBy(() -> small.sound(new SpokenText(Locale.GERMAN, "Noch etwas.")))
        .isInstanceOf(VoiceUnavailableException.class);
    end.countDown();
    busy.join();
    assertThat(first.said).containsExactly("Guten Tag.");
  }

  private Studio studio(Duration patience, int places) {
    var library =
        new de.durchkommen.prompt.PromptLibrary(java.util.Optional.empty(), new SettableClock());
    Pronunciation german = library.pronunciation(Locale.GERMAN);
    return new Studio(
        List.of(first, second),
        new SoundCache(folder, 1 << 30, new SettableClock()),
        new Workplaces(places, CALLERS, patience),
        language -> language.equals(Locale.GERMAN) ? german : Pronunciation.NONE);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
