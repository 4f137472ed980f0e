package de.durchkommen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The measurement, small: that callers are held in both queues, and that it prints its figures. */
@EnabledIfSystemProperty(
    named = "durchkommen.bench",
    matches = "true",
    disabledReason = "takes minutes and two processors of its own")
class WaitingBenchIT {
  /** kB of heap allowed for each waiting caller. */
  private static final double MOST_HEAP = 40;

  @Test
  void holdsCallersInBothQueuesAndPrintsItsFigures(@TempDir Path folder) throws Exception {
    Map<String, Double> figures = PrintedFigures.of(folder, "waiting", "--short");
    assertThat(figures)
        .containsKeys(
            "waiting.callers",
            "waiting.callers_app_queue",
            "waiting.callers_ratio_to_app_queue",
            "waiting.cpu_ratio_to_app_queue",
            "waiting.cpu_per_caller_who_sends",
            "waiting.cpu_ratio_of_sending",
            "waiting.cpu_ratio_of_srtp",
            "waiting.heap_per_caller");
    assertThat(figures.values()).allMatch(value -> value > 0);
    assertThat(figures.get("waiting.heap_per_caller")).isLessThan(MOST_HEAP);
  }
}
