package de.durchkommen.launch.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemainderTest {
  /** A second of silence, four of a tone, and one of silence. */
  private final short[] samples = new short[6 * Recording.RATE];

  RemainderTest() {
    short[] tone = new short[4 * Recording.RATE];
    Arrays.setAll(new int[tone.length], i -> tone[i] = (short) (i % 16 < 8 ? 3_000 : -3_000));
    System.arraycopy(tone, 0, samples, Recording.RATE, tone.length);
  }

  private Remainder beside(Heard... prompts) {
    return new Remainder(Recording.of(samples), List.of(prompts));
  }

  private static Heard heard(int startMillis, int endMillis, boolean whole) {
    return new Heard(
        Samples.sound("code"),
        Duration.ofMillis(startMillis),
        Duration.ofMillis(endMillis - startMillis),
        whole,
        1);
  }

  private static int at(int millis) {
    return Recording.index(Duration.ofMillis(millis));
  }

  @Test
  void allThatIsAudibleIsLeftWhenNothingWasRecognised() {
    Remainder all = beside();
    assertThat(all.length()).isEqualTo(Duration.ofSeconds(4));
    assertThat(all.isAudible(0, at(1_000))).isFalse();
    assertThat(all.isAudible(0, at(6_000))).isTrue();
    assertThat(all.isAudible(at(5_000), at(6_000))).isFalse();
    assertThat(beside().length()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void aWholePromptTakesItsEdgesWithIt() {
    Remainder rest = beside(heard(2_150, 3_850, true));
    assertThat(rest.length()).isEqualTo(Duration.ofSeconds(2));
    assertThat(rest.isAudible(at(2_000), at(4_000))).isFalse();
    assertThat(rest.isAudible(at(1_900), at(4_000))).isTrue();
    assertThat(rest.isAudible(at(1_920), at(4_000))).as("80 ms").isFalse();
  }

  @Test
  void aPromptThatWasCutOffTakesTheStepInWhichItWas() {
    Remainder rest = beside(heard(1_000, 3_500, false));
    assertThat(rest.length()).isEqualTo(Duration.ofSeconds(1));
    assertThat(rest.isAudible(at(3_000), at(4_000))).isFalse();
    assertThat(rest.isAudible(at(4_000), at(4_100))).isTrue();
  }

  @Test
  void beyondTheRecordingThereIsNothing() {
    assertThat(beside().isAudible(-at(1_000), 0)).isFalse();
    assertThat(beside().isAudible(at(6_000), at(9_000))).isFalse();
    assertThat(beside().isAudible(-at(1_000), at(9_000))).isTrue();
    Remainder nothing = new Remainder(Recording.of(new short[0]), List.of());
    assertThat(nothing.isAudible(0, at(1_000))).isFalse();
    assertThat(nothing.length()).isZero();
  }
}
