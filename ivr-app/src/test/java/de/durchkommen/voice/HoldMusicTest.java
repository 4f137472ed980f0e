package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The music of those who wait, as numbers. */
final class HoldMusicTest {
  private static final int RATE = Band.NARROW.rate();
  private static final double LARGEST_STEP = 0.15;

  private static final float[] MUSIC = HoldMusic.composed(RATE);

  @Test
  void lastsAtLeastTwoMinutesAndIsTheSameEachTime() {
    assertThat(MUSIC.length).isGreaterThanOrEqualTo(120 * RATE);
    // Not by AssertJ, which would box a million numbers.
    assertThat(Arrays.equals(HoldMusic.composed(RATE), MUSIC)).isTrue();
  }

  @Test
  void isTwelveDecibelsQuieterThanSpeechAndNeverLoudNorSilent() {
    assertThat(Loudness.measured(MUSIC, RATE)).isCloseTo(Loudness.TARGET_LUFS - 12, within(0.1));
    assertThat(Limiter.truePeak(MUSIC, RATE)).isLessThan(0.25);
    List<String> levels = new ArrayList<>();
    for (int second = 0; second < MUSIC.length / RATE; second++) {
      float[] part = Arrays.copyOfRange(MUSIC, second * RATE, (second + 1) * RATE);
      levels.add("%.0f".formatted(decibel(part)));
      assertThat(decibel(part)).as("second %d", second).isBetween(-42.0, -26.0);
    }
    System.out.println("MUSIC dB of each second: " + String.join(" ", levels));
  }

  /** A click is a step that the sound around it does not have. */
  @Test
  void hasNoClickNorSeam() {
    double largest = 0;
    for (int i = 0; i < MUSIC.length; i++) {
      largest = Math.max(largest, step(i));
    }
    assertThat(largest).isLessThan(LARGEST_STEP);
    double around = 0;
    for (int i = MUSIC.length - RATE / 10; i < MUSIC.length + RATE / 10; i++) {
      around = Math.max(around, i == MUSIC.length - 1 ? 0 : step(i));
    }
    assertThat(step(MUSIC.length - 1)).isLessThan(around);
    // A missing tone at the seam would be heard without any step.
    double before = decibel(Arrays.copyOfRange(MUSIC, MUSIC.length - RATE / 2, MUSIC.length));
    double after = decibel(Arrays.copyOfRange(MUSIC, 0, RATE / 2));
    assertThat(Math.abs(before - after)).isLessThan(9);
  }

  /** Silence that is not quite: a soft tone each ten seconds, no louder than the music. */
  @Test
  void theToneIsSoftAndLeavesSilence() {
    float[] tone = HoldMusic.composedTone(RATE);
    assertThat(tone).hasSize(10 * RATE);
    assertThat(decibel(Arrays.copyOfRange(tone, 0, RATE))).isBetween(-45.0, -24.0);
    assertThat(decibel(Arrays.copyOfRange(tone, 5 * RATE, 10 * RATE))).isLessThan(-80);
    assertThat(Limiter.truePeak(tone, RATE)).isLessThan(0.25);
  }

  /** By the discrete Fourier transform of pieces with a Hann window. */
  @Test
  void staysWithinTheTelephonesBand() {
    double inside = 0;
    double outside = 0;
    int size = 1_024;
    for (int from = 0; from + size <= MUSIC.length; from += 40 * size) {
      for (int bin = 1; bin < size / 2; bin++) {
        double hertz = (double) bin * RATE / size;
        double power = power(from, size, bin);
        if (hertz >= HoldMusic.LOWEST_HZ && hertz <= HoldMusic.HIGHEST_HZ) {
          inside += power;
        } else {
          outside += power;
        }
      }
    }
    assertThat(10 * Math.log10(outside / inside)).isLessThan(-40);
  }

  private static double step(int at) {
    return Math.abs(MUSIC[at % MUSIC.length] - MUSIC[(at + 1) % MUSIC.length]);
  }

  private static double power(int from, int size, int bin) {
    double real = 0;
    double imaginary = 0;
    for (int i = 0; i < size; i++) {
      double window = (1 - Math.cos(2 * Math.PI * i / size)) / 2;
      double angle = 2 * Math.PI * bin * i / size;
      real += MUSIC[from + i] * window * Math.cos(angle);
      imaginary += MUSIC[from + i] * window * Math.sin(angle);
    }
    return real * real + imaginary * imaginary;
  }

  private static double decibel(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += sample * sample;
    }
    return 10 * Math.log10(sum / samples.length);
  }
}
