package de.durchkommen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The measurement, small: that browsers get states, and that it prints its figures. */
@EnabledIfSystemProperty(
    named = "durchkommen.bench",
    matches = "true",
    disabledReason = "takes minutes and two processors of its own")
class WallboardBenchIT {
  @Test
  void browsersGetStatesAndTheFiguresArePrinted(@TempDir Path folder) throws Exception {
    Map<String, Double> figures = PrintedFigures.of(folder, "wallboard", "--short");
    assertThat(figures)
        .containsKeys("wallboard.core_share", "wallboard.ratio_to_limit", "wallboard.states");
    assertThat(figures.get("wallboard.states")).isPositive();
  }
}
