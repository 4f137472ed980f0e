package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.prompt.SpokenText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestedEngineTest {
  private static final SpokenText TEXT = new SpokenText(Locale.GERMAN, "Guten Tag.");

  @TempDir Path folder;

  private final SettableClock clock = new SettableClock();
  private final FakeEngine broken = new FakeEngine("fake", "de");
  private final RestedEngine engine = new RestedEngine(broken, clock);

  @Test
  void afterThreeFailuresInARowItRestsForAMinuteAndIsTriedOnceThen() throws Exception {
    broken.broken = true;
    failsTimes(3);
    assertThat(broken.said).hasSize(3);
    failsTimes(5);
    assertThat(broken.said).as("left alone").hasSize(3);
    clock.passes(RestedEngine.REST.minusMillis(1));
    failsTimes(1);
    assertThat(broken.said).hasSize(3);
    clock.passes(Duration.ofMillis(1));
    failsTimes(2);
    assertThat(broken.said).as("tried once, then rests again").hasSize(4);
    clock.passes(RestedEngine.REST);
    broken.broken = false;
    engine.say(TEXT, folder.resolve("x.wav"));
    broken.broken = true;
    failsTimes(2);
    assertThat(broken.said).as("counts from zero after a success").hasSize(7);
  }

  private void failsTimes(int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> engine.say(TEXT, folder.resolve("x.wav")))
          .isInstanceOf(EngineFailure.class);
    }
  }
}
