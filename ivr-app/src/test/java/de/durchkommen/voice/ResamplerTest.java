package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
  private static final double HALF_SINE_DB = 10 * Math.log10(0.5 * 0.5 / 2);

  @ParameterizedTest
  @CsvSource({
    "16000, 300", "16000, 1000", "16000, 3000", "16000, 3550",
    "22050, 300", "22050, 1000", "22050, 3000", "22050, 3550",
    "44100, 1000", "48000, 3400"
  })
  void theBandOfATelephonePassesAsItIs(int rate, double hertz) {
    float[] result = new Resampler(rate).resampled(Tones.tone(hertz, 0.5, rate, 1));
    assertThat(Tones.middleDb(result)).isCloseTo(HALF_SINE_DB, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({"16000, 4100", "16000, 5000", "16000, 7900", "22050, 4100", "22050, 9000"})
  void whatWouldFoldBackIsGone(int rate, double hertz) {
    float[] result = new Resampler(rate).resampled(Tones.tone(hertz, 0.5, rate, 1));
    assertThat(Tones.middleDb(result)).isLessThan(HALF_SINE_DB - 60);
  }

  @ParameterizedTest
  @ValueSource(ints = {16_000, 22_050})
  void aToneKeepsItsPitchAndItsMoment(int rate) {
    float[] result = new Resampler(rate).resampled(Tones.tone(440, 0.5, rate, 1));
    float[] expected = Tones.tone(440, 0.5, 8_000, 1);
    assertThat(result).hasSize(8_000);
    for (int i = 500; i < 7_500; i++) {
      assertThat(result[i]).isCloseTo(expected[i], within(0.002f));
    }
  }

  @Test
  void slowerThanATelephoneIsRefused() {
    assertThatThrownBy(() -> new Resampler(7_999)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new Resampler(8_000).resampled(new float[8])).hasSize(8);
  }
}
