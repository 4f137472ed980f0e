package de.durchkommen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The measurement, small: that every engine speaks, and that it prints its figures. */
@Isolated("it measures with all processors, and calls beside it would stutter")
class VoicesBenchIT {
  @Test
  void everyEngineSpeaksAndPrintsItsFigures(@TempDir Path folder) throws Exception {
    Map<String, Double> figures = PrintedFigures.of(folder, "voices", "--short");
    assertThat(figures).containsKey("voices.warm");
    for (String engine : BareEngine.SPEAKERS.keySet()) {
      assertThat(figures)
          .containsKeys(
              "voices.%s.cold".formatted(engine), "voices.%s.ratio_to_bare".formatted(engine));
    }
    assertThat(figures.values()).allMatch(value -> value > 0);
  }
}
