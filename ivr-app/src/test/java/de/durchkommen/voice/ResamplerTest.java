package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
  private static final int TELEPHONE = 8_000;
  private static final double PASS = 3_400;
  private static final double HALF_SINE_DB = 10 * Math.log10(0.5 * 0.5 / 2);

  @ParameterizedTest
  @CsvSource({
    "16000, 300", "16000, 1000", "16000, 3000", "16000, 3400",
    "22050, 300", "22050, 1000", "22050, 3000", "22050, 3400",
    "44100, 1000", "48000, 3400"
  })
  void theBandOfATelephonePassesAsItIs(int rate, double hertz) {
    float[] result =
        new Resampler(rate, TELEPHONE, PASS).resampled(Tones.tone(hertz, 0.5, rate, 1));
    assertThat(Tones.middleDb(result)).isCloseTo(HALF_SINE_DB, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({"16000, 4100", "16000, 5000", "16000, 7900", "22050, 4100", "22050, 9000"})
  void whatWouldFoldBackIsGone(int rate, double hertz) {
    float[] result =
        new Resampler(rate, TELEPHONE, PASS).resampled(Tones.tone(hertz, 0.5, rate, 1));
    assertThat(Tones.middleDb(result)).isLessThan(HALF_SINE_DB - 60);
  }

  @ParameterizedTest
  @ValueSource(ints = {16_000, 22_050})
  void aToneKeepsItsPitchAndItsMoment(int rate) {
    float[] result = new Resampler(rate, TELEPHONE, PASS).resampled(Tones.tone(440, 0.5, rate, 1));
    float[] expected = Tones.tone(440, 0.5, 8_000, 1);
    assertThat(result).hasSize(8_000);
    for (int i = 500; i < 7_500; i++) {
      assertThat(result[i]).isCloseTo(expected[i], within(0.002f));
    }
  }

  @ParameterizedTest
  @CsvSource({"8000, 16000", "11025, 16000", "22050, 16000", "16000, 64000", "24000, 16000"})
  void soundGoesUpAndDownToOtherRates(int from, int to) {
    float[] result = new Resampler(from, to, 7_000).resampled(Tones.tone(440, 0.5, from, 1));
    float[] expected = Tones.tone(440, 0.5, to, 1);
    assertThat(result).hasSize(to);
    for (int i = to / 10; i < to * 9 / 10; i++) {
      assertThat(result[i]).isCloseTo(expected[i], within(0.002f));
    }
  }

  @Test
  void slowerThanATelephoneIsRefused() {
    assertThatThrownBy(() -> new Resampler(7_999, TELEPHONE, PASS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new Resampler(8_000, TELEPHONE, PASS).resampled(new float[8])).hasSize(8);
  }
}
