package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InletTest {
  private static final Instant START = QueueStage.MORNING;
  private static final Duration QUICK = Inlet.SLOW;
  private static final Duration SLOW = Inlet.SLOW.plusMillis(1);
  private final Inlet inlet = new Inlet();

  @Test
  void asManyAsAreSetWhileAnswersAreQuick() {
    inlet.answered(QUICK, 100, START);
    assertThat(inlet.limit(200, START)).isEqualTo(200);
  }

  @Test
  void threeQuartersOfWhatRanWhenAnswersBecameSlow() {
    inlet.answered(SLOW, 100, START);
    assertThat(inlet.limit(200, START)).isEqualTo(75);
  }

  @Test
  void oneCutAtATimeAndNeverLessThanOne() {
    inlet.answered(SLOW, 100, START);
    inlet.answered(SLOW, 100, START.plusSeconds(1));
    assertThat(inlet.limit(200, START.plusSeconds(1))).isEqualTo(75);
    Instant at = START;
    for (int i = 0; i < 60; i++) {
      at = at.plus(Inlet.CUT);
      inlet.silent(100, at);
    }
    assertThat(inlet.limit(200, at)).isEqualTo(1);
  }

  @Test
  void afterTenQuietSecondsMoreStepByStep() {
    inlet.answered(SLOW, 100, START);
    Instant calm = START.plus(Inlet.CALM);
    assertThat(inlet.limit(200, calm.minusMillis(1))).isEqualTo(75);
    assertThat(inlet.limit(200, calm)).isEqualTo(79);
    assertThat(inlet.limit(200, calm.plusMillis(500))).isEqualTo(79);
    assertThat(inlet.limit(200, calm.plusSeconds(1))).isEqualTo(83);
    int limit = 0;
    for (int i = 2; i < 60; i++) {
      limit = inlet.limit(200, calm.plusSeconds(i));
    }
    assertThat(limit).isEqualTo(200);
  }
}
