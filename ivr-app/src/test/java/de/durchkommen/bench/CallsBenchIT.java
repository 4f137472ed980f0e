package de.durchkommen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The measurement, small: that dialogues go through everywhere, and that it prints its figures. */
@EnabledIfSystemProperty(
    named = "durchkommen.bench",
    matches = "true",
    disabledReason = "takes minutes and two processors of its own")
class CallsBenchIT {
  @Test
  void callsAllPeersAndPrintsItsFigures(@TempDir Path folder) throws Exception {
    Map<String, Double> figures = PrintedFigures.of(folder, "calls", "--short", "--without-npm");
    assertThat(figures)
        .containsKeys(
            "calls.per_s",
            "calls.ratio_to_dialplan",
            "calls.ratio_to_stock",
            "calls.ratio_to_stock_at_human_pace");
    assertThat(figures.values()).allMatch(value -> value > 0);
  }
}
