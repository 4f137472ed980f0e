package de.durchkommen.launch.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneBandTest {
  /** Below this a tone is gone: about what rounding to 16 bits leaves. */
  private static final double GONE_DB = -70;

  @ParameterizedTest
  @ValueSource(ints = {50, 300, 1_000, 3_000, 3_400})
  void whatATelephonePassesStaysAsItIsAndWhereItIs(int frequency) {
    short[] narrow = TelephoneBand.narrowed(Tone.of(16_000, frequency));
    short[] same = Tone.of(8_000, frequency);
    assertThat(narrow).hasSameSizeAs(same);
    for (int i = 200; i < same.length - 200; i++) {
      assertThat((int) narrow[i])
          .as("%d Hz, sample %d", frequency, i)
          .isBetween(same[i] - 50, same[i] + 50);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4_050, 4_500, 6_000, 7_500})
  void whatItDoesNotPassDoesNotFoldBack(int frequency) {
    short[] narrow = TelephoneBand.narrowed(Tone.of(16_000, frequency));
    assertThat(Tone.level(narrow, 8_000, 8_000 - frequency)).isLessThan(GONE_DB);
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 300, 1_000, 3_000, 3_400})
  void soundOf8KhzGetsNoMirrorImage(int frequency) {
    short[] wide = TelephoneBand.widened(Tone.of(8_000, frequency));
    assertThat(wide).hasSize(16_000);
    assertThat(Tone.level(wide, 16_000, frequency)).isBetween(-0.1, 0.1);
    assertThat(Tone.level(wide, 16_000, 8_000 - frequency)).isLessThan(GONE_DB);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 79, 80, 161, 200})
  void soundOfAnyLengthIsKept(int length) {
    short[] constant = new short[length];
    java.util.Arrays.fill(constant, (short) 1_000);
    assertThat(TelephoneBand.narrowed(constant)).hasSize((length + 1) / 2);
    assertThat(TelephoneBand.widened(constant)).hasSize(2 * length);
  }
}
