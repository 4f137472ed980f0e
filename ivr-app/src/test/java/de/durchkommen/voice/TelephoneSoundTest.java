package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelephoneSoundTest {
  private static final int RATE = 8_000;

  @ParameterizedTest
  @CsvSource({"0.9", "0.1", "0.01"})
  void speechOfAnyLevelComesToTheTarget(double amplitude) {
    float[] quietAndSpeech =
        Tones.joined(Tones.tone(400, amplitude, RATE, 2), Tones.silence(RATE, 3));
    float[] levelled = Loudness.levelled(quietAndSpeech);
    assertThat(Loudness.measuredDb(levelled)).isCloseTo(Loudness.TARGET_DB, within(0.01));
    float[] spoken = java.util.Arrays.copyOf(levelled, 2 * RATE);
    assertThat(Tones.middleDb(spoken)).as("pauses count for nothing").isCloseTo(-20, within(0.6));
  }

  @Test
  void peaksDoNotClip() {
    float[] crackling = Tones.tone(400, 0.01, RATE, 2);
    crackling[RATE] = 0.5f;
    float[] levelled = Loudness.levelled(crackling);
    assertThat(Loudness.peak(levelled)).isCloseTo(Math.pow(10, -1 / 20.0), within(1e-4));
    assertThat(Loudness.measuredDb(levelled)).isLessThan(Loudness.TARGET_DB);
  }

  @Test
  void silenceIsNotMadeLoud() {
    assertThat(Loudness.levelled(new float[RATE])).containsOnly(0f);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.03, 0.1", "0.06, 0.25", "0.5, 0.9"})
  void theRestAroundSpeechIsAlwaysTheSame(double before, double after) {
    float[] speech = Tones.tone(400, 0.5, RATE, 1);
    float[] trimmed =
        Silence.trimmed(
            Tones.joined(Tones.silence(RATE, before), speech, Tones.silence(RATE, after)));
    assertThat(trimmed.length)
        .isCloseTo(Silence.REST_BEFORE + RATE + Silence.REST_AFTER, within(RATE / 50));
    float[] start = java.util.Arrays.copyOf(trimmed, Silence.REST_BEFORE);
    assertThat(start).containsOnly(0f);
    assertThat(trimmed[Silence.REST_BEFORE + 10]).isNotZero();
    assertThat(trimmed[trimmed.length - 1]).isZero();
  }

  @Test
  void pausesWithinSpeechStay() {
    float[] word = Tones.tone(400, 0.5, RATE, 0.5);
    float[] sentence = Tones.joined(word, Tones.silence(RATE, 0.7), word);
    assertThat(Silence.trimmed(sentence).length)
        .isEqualTo(Silence.REST_BEFORE + sentence.length + Silence.REST_AFTER);
  }

  @Test
  void soundIsTheSameInBothCodecsAndHasNoHeader() throws EngineFailure {
    var sound = TelephoneSound.of(new Wave(Tones.tone(400, 0.5, 16_000, 1), 16_000));
    int expected = Silence.REST_BEFORE + RATE + Silence.REST_AFTER;
    assertThat(sound.in(G711.ALAW).length).isCloseTo(expected, within(RATE / 50));
    assertThat(sound.in(G711.ULAW)).hasSameSizeAs(sound.in(G711.ALAW));
    assertThat(sound.in(G711.ALAW)[0]).isEqualTo((byte) 0xD5);
    assertThat(sound.in(G711.ULAW)[0]).isEqualTo((byte) 0xFF);
  }

  @Test
  void silenceIsAFailureOfTheEngine() {
    assertThatThrownBy(() -> TelephoneSound.of(new Wave(new float[16_000], 16_000)))
        .isInstanceOf(EngineFailure.class);
    assertThatThrownBy(() -> TelephoneSound.of(new Wave(new float[0], 16_000)))
        .isInstanceOf(EngineFailure.class);
  }
}
