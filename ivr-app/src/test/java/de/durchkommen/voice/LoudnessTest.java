package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The meter against ITU-R BS.1770-5 and EBU Tech 3341; levels and peaks by it. */
class LoudnessTest {
  /** BS.1770-5, annex 1: a full-scale sine of 997 Hz in one channel is -3.01 LKFS. */
  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 44_100, 48_000})
  void aFullSineIsThatOfTheRecommendation(int rate) {
    assertThat(measured(Tones.tone(997, 1, rate, 5), rate)).isCloseTo(-3.01, within(0.05));
  }

  /** Annex 1, tables 1 and 2, at 48 kHz: what the printed coefficients do to single tones. */
  @ParameterizedTest
  @CsvSource({"25, -48", "100, -48", "500, -48", "2000, -48", "10000, -48"})
  void tonesAreWeightedByThePrintedCoefficients(double hertz, double level) {
    double amplitude = Math.pow(10, level / 20);
    double power = printed(Tones.tone(hertz, amplitude, 48_000, 4));
    assertThat(measured(Tones.tone(hertz, amplitude, 48_000, 4), 48_000))
        .isCloseTo(-0.691 + 10 * Math.log10(power), within(0.02));
  }

  /** At 16 kHz the weights are still those of the tables, nearly up to the edge of the band. */
  @ParameterizedTest
  @CsvSource({"60", "300", "1000", "2000", "3400", "5000"})
  void otherRatesAreWeightedAlike(double hertz) {
    double at48 = measured(Tones.tone(hertz, 0.1, 48_000, 3), 48_000);
    assertThat(measured(Tones.tone(hertz, 0.1, 16_000, 3), 16_000)).isCloseTo(at48, within(0.35));
  }

  /** EBU Tech 3341, test signals 3 and 4, in one channel: gates leave out what is quiet. */
  @Test
  void whatIsQuietDoesNotCount() {
    int rate = 16_000;
    float[] loud = Tones.tone(1_000, Math.pow(10, -23 / 20.0), rate, 60);
    float[] quiet = Tones.tone(1_000, Math.pow(10, -36 / 20.0), rate, 10);
    float[] silent = Tones.tone(1_000, Math.pow(10, -72 / 20.0), rate, 10);
    double alone = measured(loud, rate);
    assertThat(alone).isCloseTo(-26, within(0.1));
    assertThat(measured(Tones.joined(quiet, loud, quiet), rate)).isCloseTo(alone, within(0.1));
    assertThat(measured(Tones.joined(silent, quiet, loud, quiet, silent), rate))
        .isCloseTo(alone, within(0.1));
  }

  @Test
  void shortAndSilentSoundsHaveTheirLoudness() {
    assertThat(measured(Tones.tone(1_000, 0.1, 16_000, 0.2), 16_000)).isCloseTo(-23, within(0.3));
    assertThat(measured(new float[16_000], 16_000)).isInfinite();
    assertThat(measured(new float[0], 16_000)).isInfinite();
    assertThat(measured(Tones.tone(1_000, 0.0001, 16_000, 2), 16_000)).as("-83").isInfinite();
    assertThat(Loudness.levelled(new float[0], 16_000)).isEmpty();
    assertThat(Loudness.levelled(new float[8_000], 16_000)).containsOnly(0f);
  }

  @ParameterizedTest
  @CsvSource({"-6, 8000", "-21, 8000", "-45, 8000", "-6, 16000", "-21, 16000", "-45, 16000"})
  void voicesOfAnyLevelComeToTheTarget(double level, int rate) {
    float[] voice = RateChange.of(Takes.voice(2, level, -90), Takes.RATE, rate);
    float[] levelled = Loudness.levelled(Tones.joined(voice, Tones.silence(rate, 3)), rate);
    assertThat(measured(levelled, rate)).isCloseTo(Loudness.TARGET_LUFS, within(0.1));
  }

  /** One crack is lowered; the rest is as loud as if it were not there. */
  @Test
  void aPeakDoesNotMakeTheSentenceQuiet() {
    float[] crackling = Tones.tone(400, 0.01, 8_000, 2);
    for (int i = 0; i < 20; i++) {
      crackling[8_000 + i] += (i % 2 == 0 ? 0.3f : 0.1f) * (float) Math.sin(Math.PI * i / 20);
    }
    float[] levelled = Loudness.levelled(crackling, 8_000);
    assertThat(Limiter.truePeak(levelled, 8_000)).isLessThan(1.01 * Limiter.ceiling());
    assertThat(measured(levelled, 8_000)).isCloseTo(Loudness.TARGET_LUFS, within(1.0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 4})
  void nothingGoesAboveTheCeilingNotEvenBetweenSamples(double gain) {
    int rate = 16_000;
    float[] voice = Takes.voice(2, -7, -70);
    float[] limited = new Limiter(voice, rate).louder(gain);
    assertThat(Limiter.truePeak(limited, rate)).isLessThan(1.01 * Limiter.ceiling());
    assertThat(Limiter.truePeak(limited, rate)).isGreaterThan(0.5);
  }

  /** A sine at a quarter of the rate whose samples all miss its tops by 3 dB. */
  @Test
  void peaksBetweenSamplesAreSeen() {
    float[] hidden = new float[16_000];
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = (float) Math.sin(Math.PI / 2 * i + Math.PI / 4);
    }
    assertThat(Limiter.truePeak(hidden, 16_000)).isBetween(0.98, 1.1);
  }

  @Test
  void whatIsBelowTheCeilingStaysAsItIs() {
    float[] tone = Tones.tone(440, 0.2, 16_000, 1);
    float[] same = new Limiter(tone, 16_000).louder(2);
    for (int i = 0; i < tone.length; i++) {
      assertThat(same[i]).isCloseTo(2 * tone[i], within(1e-6f));
    }
  }

  private static double measured(float[] samples, int rate) {
    return Loudness.measured(samples, rate);
  }

  /** Mean power behind the two filters as the Recommendation prints them. */
  private static double printed(float[] samples) {
    var shelf =
        new Biquad(
            1.53512485958697,
            -2.69169618940638,
            1.19839281085285,
            -1.69065929318241,
            0.73248077421585);
    var pass = new Biquad(1, -2, 1, -1.99004745483398, 0.99007225036621);
    return Math.pow(10, Tones.middleDb(pass.filtered(shelf.filtered(samples))) / 10);
  }
}
