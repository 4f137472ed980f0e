package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelephoneSoundTest {
  private static final int RATE = 16_000;
  private static final int BEFORE = (int) (Silence.REST_BEFORE * RATE);
  private static final int AFTER = (int) (Silence.REST_AFTER * RATE);

  @ParameterizedTest
  @CsvSource({"0, 0", "0.03, 0.1", "0.06, 0.25", "0.5, 0.9"})
  void theRestAroundSpeechIsAlwaysTheSame(double before, double after) {
    float[] speech = Tones.tone(400, 0.5, RATE, 1);
    float[] trimmed =
        Silence.trimmed(
            Tones.joined(Tones.silence(RATE, before), speech, Tones.silence(RATE, after)), RATE);
    assertThat(trimmed.length).isCloseTo(BEFORE + RATE + AFTER, within(RATE / 50));
    assertThat(Arrays.copyOf(trimmed, BEFORE)).containsOnly(0f);
    assertThat(trimmed[BEFORE + 10]).isNotZero();
    assertThat(trimmed[trimmed.length - 1]).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0.3, 0.3", "0.68, 0.68", "0.7, 0.67", "2.5, 0.67"})
  void pausesWithinSpeechStayUpToSevenTenthsOfASecond(double pause, double heard) {
    float[] word = Tones.tone(400, 0.5, RATE, 0.5);
    float[] sentence = Tones.joined(word, Tones.silence(RATE, pause), word);
    assertThat(Silence.trimmed(sentence, RATE).length)
        .isEqualTo(BEFORE + RATE + AFTER + (int) Math.round(heard * RATE));
  }

  /** Wherever between two steps a word ends and the next begins. */
  @Test
  void noPauseIsLongerThanSevenTenthsOfASecond() {
    float[] word = Tones.tone(400, 0.5, RATE, 0.5037);
    for (int millis = 600; millis < 800; millis++) {
      float[] sentence = Tones.joined(word, Tones.silence(RATE, millis / 1_000.0), word);
      assertThat(Silence.longestPause(Silence.trimmed(sentence, RATE), RATE, -50))
          .as("%d ms", millis)
          .isBetween(0.59, Silence.MOST_PAUSE);
    }
  }

  @Test
  void severalPausesAreShortenedAndNoWordIsLost() {
    float[] word = Tones.tone(400, 0.5, RATE, 0.3);
    float[] noise = Tones.tone(1_000, 0.001, RATE, 1.3);
    float[] trimmed = Silence.trimmed(Tones.joined(word, noise, word, noise, word), RATE);
    assertThat(trimmed.length / (double) RATE).isCloseTo(0.31 + 3 * 0.3 + 2 * 0.67, within(0.001));
    double power = 0;
    for (float sample : trimmed) {
      power += sample * sample;
    }
    assertThat(power / (0.5 * 0.5 / 2 * 0.9 * RATE)).isCloseTo(1, within(0.001));
  }

  @Test
  void soundIsTheSameInEachCodecAndHasNoHeader() throws EngineFailure {
    TelephoneSound sound = tone(400);
    int expected = (BEFORE + RATE + AFTER) / 2;
    assertThat(sound.in(SoundCodec.ALAW).length).isCloseTo(expected, within(RATE / 100));
    assertThat(sound.in(SoundCodec.ULAW)).hasSameSizeAs(sound.in(SoundCodec.ALAW));
    assertThat(sound.in(SoundCodec.G722)).hasSameSizeAs(sound.in(SoundCodec.ALAW));
    assertThat(sound.in(SoundCodec.SLIN16)).hasSize(4 * sound.in(SoundCodec.ALAW).length);
    assertThat(sound.in(SoundCodec.ALAW)[0]).isEqualTo((byte) 0xD5);
    assertThat(sound.in(SoundCodec.ULAW)[0]).isEqualTo((byte) 0xFF);
    float[] master = Linear.decoded(sound.in(SoundCodec.SLIN16));
    assertThat(Loudness.measured(master, RATE)).isCloseTo(Loudness.TARGET_LUFS, within(0.1));
  }

  @Test
  void bothBandsAreAsLoudThoughTheNarrowOneLacksTheDeepestTone() throws EngineFailure {
    TelephoneSound sound =
        TelephoneSound.of(
            new Wave(
                Tones.joined(Tones.tone(150, 0.5, RATE, 0.9), Tones.tone(600, 0.1, RATE, 0.9)),
                RATE));
    assertThat(Loudness.measured(sound.wide(), RATE)).isCloseTo(Loudness.TARGET_LUFS, within(0.1));
    assertThat(Loudness.measured(sound.narrow(), RATE / 2))
        .isCloseTo(Loudness.TARGET_LUFS, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({
    "300, NARROW, -1.5, 0.1",
    "1000, NARROW, -0.1, 0.1",
    "3400, NARROW, -0.1, 0.1",
    "150, NARROW, -200, -14",
    "50, NARROW, -200, -40",
    "4100, NARROW, -200, -60",
    "50, WIDE, -1.5, 0.1",
    "300, WIDE, -0.1, 0.1",
    "7000, WIDE, -0.1, 0.1",
    "15, WIDE, -200, -20"
  })
  void whatIsOutsideOfTheBandIsLowered(double hertz, Band band, double least, double most) {
    float[] passed = band.of(Tones.tone(hertz, 0.5, RATE, 2), RATE);
    double change = Tones.middleDb(passed) - 10 * Math.log10(0.5 * 0.5 / 2);
    assertThat(change).isBetween(least, most);
  }

  @Test
  void silenceIsAFailureOfTheEngine() {
    assertThatThrownBy(() -> TelephoneSound.of(new Wave(new float[16_000], 16_000)))
        .isInstanceOf(EngineFailure.class);
    assertThatThrownBy(() -> TelephoneSound.of(new Wave(new float[0], 16_000)))
        .isInstanceOf(EngineFailure.class);
  }

  private static TelephoneSound tone(double hertz) throws EngineFailure {
    return TelephoneSound.of(new Wave(Tones.tone(hertz, 0.5, RATE, 1), RATE));
  }
}
