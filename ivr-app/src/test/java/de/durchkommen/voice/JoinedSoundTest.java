package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.durchkommen.prompt.SpokenWords.Pause;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JoinedSoundTest {
  private static final int RATE = Takes.RATE;

  /** Parts that begin and end anywhere in a wave, one with an offset: the worst for a joint. */
  @ParameterizedTest
  @EnumSource(Pause.class)
  void noJointIsAClick(Pause pause) {
    float[] first = Tones.tone(187, 0.3, RATE, 0.4113);
    float[] second = Tones.tone(311, 0.1, RATE, 0.3777);
    for (int i = 0; i < second.length; i++) {
      second[i] += 0.2f;
    }
    float[] joined = joined(pause, first, second);
    assertThat(steepest(joined))
        .as("two waves at once are steeper than one; a click is ten times as steep")
        .isLessThan(
            1.5
                * Math.max(
                    steepest(FragmentSound.of(first, RATE).samples()),
                    steepest(FragmentSound.of(second, RATE).samples())));
  }

  @Test
  void partsComeToOneLoudness() {
    float[] joined = joined(Pause.SHORT, Takes.voice(0.6, -35, -80), Takes.voice(0.6, -14, -60));
    int half = joined.length / 2;
    double first = SoundFrames.of(Arrays.copyOf(joined, half), RATE).speech();
    double second = SoundFrames.of(Arrays.copyOfRange(joined, half, joined.length), RATE).speech();
    assertThat(first).isCloseTo(FragmentSound.LEVEL_DB, within(0.5));
    assertThat(second).isCloseTo(FragmentSound.LEVEL_DB, within(0.5));
  }

  @Test
  void wordsFollowOneAnotherWithoutAHole() {
    float[] joined = joined(Pause.NONE, Takes.good(0.5), Takes.good(0.5), Takes.good(0.5));
    assertThat(joined.length / (double) RATE).isBetween(1.5, 1.65);
    assertThat(longestBelow(joined, FragmentSound.LEVEL_DB - 20)).isLessThan(0.05);
  }

  @Test
  void pausesAreThoseOfThePunctuationInTheNoiseOfTheRoom() {
    float[] joined = joined(Pause.LONG, Takes.voice(0.5, -21, -58), Takes.voice(0.5, -21, -58));
    assertThat(longestBelow(joined, FragmentSound.LEVEL_DB - 20)).isBetween(0.38, 0.5);
    assertThat(longestBelow(joined, -75)).as("no hole of digital silence").isLessThan(0.02);
    float[] shorter = joined(Pause.SHORT, Takes.good(0.5), Takes.good(0.5));
    assertThat(longestBelow(shorter, FragmentSound.LEVEL_DB - 20)).isBetween(0.16, 0.26);
  }

  @Test
  void otherRatesAreBroughtToOne() {
    float[] same = RateChange.of(Tones.tone(440, 0.5, 44_100, 1), 44_100, RATE);
    assertThat(same).hasSize(RATE);
    float[] expected = Tones.tone(440, 0.5, RATE, 1);
    for (int i = 1_000; i < RATE - 1_000; i++) {
      assertThat(same[i]).isCloseTo(expected[i], within(0.005f));
    }
    assertThat(Tones.middleDb(RateChange.of(Tones.tone(12_000, 0.5, 44_100, 1), 44_100, RATE)))
        .as("what the lower rate cannot have is gone")
        .isLessThan(-50);
  }

  private static float[] joined(Pause pause, float[]... parts) {
    var sound = new JoinedSound(RATE);
    for (float[] part : parts) {
      sound.add(FragmentSound.of(part, RATE), pause);
    }
    return sound.samples();
  }

  private static double steepest(float[] samples) {
    double steepest = 0;
    for (int i = 1; i < samples.length; i++) {
      steepest = Math.max(steepest, Math.abs(samples[i] - samples[i - 1]));
    }
    return steepest;
  }

  private static double longestBelow(float[] samples, double decibel) {
    return Silence.longestPause(samples, RATE, decibel);
  }
}
