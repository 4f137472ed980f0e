package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
  private final Calibration calibration = new Calibration();

  /** Whether the model takes the spread for too small or too large; seeded. */
  @ParameterizedTest
  @ValueSource(doubles = {0.7, 1, 1.6})
  void findsTheWidthAtWhichEnoughRangesHold(double spread) {
    Random random = new Random(4);
    int hits = 0;
    for (int i = 0; i < 20_000; i++) {
      boolean hit = Math.abs(random.nextGaussian()) * spread < 1.645 * calibration.width();
      calibration.ended(hit);
      hits += hit ? 1 : 0;
    }
    assertThat(hits / 20_000.0).isCloseTo(Calibration.HITS, within(0.01));
  }

  @Test
  void staysOfUse() {
    for (int i = 0; i < 10_000; i++) {
      calibration.ended(true);
    }
    assertThat(calibration.width()).isEqualTo(Calibration.NARROWEST);
    for (int i = 0; i < 10_000; i++) {
      calibration.ended(false);
    }
    assertThat(calibration.width()).isEqualTo(Calibration.WIDEST);
  }
}
