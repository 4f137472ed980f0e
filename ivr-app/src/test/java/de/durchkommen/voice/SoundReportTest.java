package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tones in files of all codecs, as sounds are kept. */
class SoundReportTest {
  @TempDir Path folder;

  private final SoundReport report = new SoundReport();

  @Test
  void whatIsInRangeIsToldInOneLine() throws IOException {
    made("quiet", rate -> tone(-21.4, rate, 2));
    made("loud", rate -> tone(-20.6, rate, 2));
    made("slow", rate -> Tones.joined(tone(-21, rate, 2), rest(rate, 0.3), tone(-21, rate, 2)));
    assertThat(report.summary())
        .matches(
            "3 Ansagen, Lautheit -21,[34]\\d bis -20,[56]\\d LUFS \\(Ziel -21 ± 1\\),"
                + " Spitze -17,\\d\\d dBFS, längste Pause 0,(29|30) s");
    assertThat(report.outside()).isEmpty();
    assertThat(report.count()).isEqualTo(3);
  }

  @Test
  void theWorstOfEachKindAreKnown() throws IOException {
    made("good", rate -> tone(-21, rate, 2));
    made("quiet", rate -> tone(-22.5, rate, 2));
    made("loud", rate -> tone(-19.5, rate, 2));
    made("peak", rate -> cracked(tone(-21, rate, 2), 0.9f));
    made("slow", rate -> Tones.joined(tone(-21, rate, 2), rest(rate, 0.5), tone(-21, rate, 2)));
    assertThat(report.quietest().id()).isEqualTo("quiet");
    assertThat(report.loudest().id()).isEqualTo("loud");
    assertThat(report.highest().id()).isEqualTo("peak");
    assertThat(report.highest().peak()).isBetween(-1.2, -0.5);
    assertThat(report.longest().id()).isEqualTo("slow");
    assertThat(report.longest().pause()).isCloseTo(0.5, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"-30.05, -30", "-22.15, -22", "-19.85, -19", "-10.05, -10"})
  void tooLoudAndTooQuietIsOutside(double lufs, String told) throws IOException {
    made("good", rate -> tone(-21, rate, 1));
    made("bad", rate -> tone(lufs, rate, 1));
    assertThat(report.outside())
        .singleElement()
        .asString()
        .matches("bad: Lautheit " + told + ",\\d\\d LUFS");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-21.9, -20.1})
  void oneUnitIsTolerated(double lufs) throws IOException {
    made("nearly", rate -> tone(lufs, rate, 1));
    assertThat(report.outside()).isEmpty();
  }

  /** What is good on an HD telephone only, or on an old one only, is not good. */
  @ParameterizedTest
  @CsvSource({"8000, -19", "16000, -19", "8000, -24", "16000, -24"})
  void eachBandHasItsLoudness(int other, int lufs) throws IOException {
    made("half", rate -> tone(rate == other ? lufs : -21, rate, 1));
    assertThat(report.outside())
        .singleElement()
        .asString()
        .matches("half: Lautheit (%d|%d),\\d\\d LUFS".formatted(lufs, lufs + 1));
  }

  @ParameterizedTest
  @CsvSource({"8000, 1.2", "8000, -1.2", "8000, 0.985", "16000, 1.2", "16000, -1.2"})
  void samplesAtFullScaleAreClipped(int band, float top) throws IOException {
    made("good", rate -> cracked(tone(-21, rate, 2), 0.9f));
    made("cut", rate -> rate == band ? cracked(tone(-21, rate, 2), top) : tone(-21, rate, 2));
    assertThat(report.outside()).singleElement().asString().startsWith("cut: übersteuert, Spitze");
  }

  /** Around a quarter of the rate the tops of a wave lie between its samples. */
  @Test
  void peaksBetweenSamplesAreClippedToo() throws IOException {
    made("between", rate -> rate == Band.WIDE.rate() ? hidden(rate) : tone(-21, rate, 2));
    assertThat(report.highest().full()).isFalse();
    assertThat(report.outside()).singleElement().asString().startsWith("between: übersteuert");
  }

  @Test
  void longPausesAreOutside() throws IOException {
    made("good", rate -> Tones.joined(tone(-21, rate, 2), rest(rate, 0.69), tone(-21, rate, 2)));
    assertThat(report.outside()).isEmpty();
    made("slow", rate -> Tones.joined(tone(-21, rate, 2), rest(rate, 0.75), tone(-21, rate, 2)));
    assertThat(report.outside()).singleElement().asString().matches("slow: Pause 0,7[45] s");
  }

  @Test
  void pausesOfDifferentSoundsDoNotAddUp() throws IOException {
    for (String id : new String[] {"one", "other"}) {
      made(
          id,
          rate ->
              Tones.joined(
                  rest(rate, 0.4),
                  tone(-20.5, rate, 2),
                  rest(rate, 0.4),
                  tone(-20.5, rate, 2),
                  rest(rate, 0.4)));
    }
    assertThat(report.outside()).isEmpty();
    assertThat(report.longest().pause()).isCloseTo(0.4, within(0.01));
  }

  @Test
  void pausesOfOneSoundDoNotAddUpEither() throws IOException {
    made(
        "three",
        rate ->
            Tones.joined(
                tone(-20.5, rate, 2),
                rest(rate, 0.4),
                tone(-20.5, rate, 2),
                rest(rate, 0.4),
                tone(-20.5, rate, 2)));
    assertThat(report.outside()).isEmpty();
    assertThat(report.longest().pause()).isCloseTo(0.4, within(0.01));
  }

  @Test
  void theRestAroundTheSpeechIsNoPause() throws IOException {
    made("rested", rate -> Tones.joined(rest(rate, 2), tone(-20.5, rate, 2), rest(rate, 2)));
    assertThat(report.longest().pause()).isZero();
    assertThat(report.outside()).isEmpty();
  }

  /** Shorter than a block of the meter: levelled and measured as one block. */
  @Test
  void shortSoundsAreMeasuredAsTheyWereLevelled() throws IOException {
    made(
        "short",
        rate ->
            Loudness.levelled(
                Tones.joined(rest(rate, 0.06), tone(-30, rate, 0.05), rest(rate, 0.25)), rate));
    assertThat(report.outside()).isEmpty();
    assertThat(report.quietest().quieter()).isCloseTo(Loudness.TARGET_LUFS, within(0.2));
  }

  @Test
  void silenceIsOutside() throws IOException {
    made("mute", rate -> rest(rate, 1));
    assertThat(report.outside()).containsExactly("mute: nichts zu hören");
    assertThat(report.summary()).contains("Lautheit -∞ bis -∞ LUFS");
  }

  @Test
  void severalFaultsOfASoundAreOneLine() throws IOException {
    made("all", rate -> Tones.joined(tone(-1, rate, 2), rest(rate, 1), tone(-1, rate, 2)));
    assertThat(report.outside())
        .singleElement()
        .asString()
        .matches("all: Lautheit -.* LUFS; übersteuert, Spitze .* dBFS; Pause .* s");
  }

  @Test
  void nothingIsAReportToo() {
    assertThat(report.summary()).isEqualTo("0 Ansagen");
    assertThat(report.outside()).isEmpty();
  }

  private void made(String id, IntFunction<float[]> sound) throws IOException {
    Path base = folder.resolve(id);
    float[] narrow = sound.apply(Band.NARROW.rate());
    SoundFiles.writeAudio(base, TelephoneSound.finished(narrow, sound.apply(Band.WIDE.rate())));
    report.add(id, base);
  }

  /** BS.1770-5: a full-scale sine of 997 Hz has -3.01 LKFS. */
  private static float[] tone(double lufs, int rate, double seconds) {
    return Tones.tone(997, Math.pow(10, (lufs + 3.01) / 20), rate, seconds);
  }

  private static float[] rest(int rate, double seconds) {
    return Tones.silence(rate, seconds);
  }

  private static float[] cracked(float[] samples, float top) {
    samples[samples.length / 2] = top;
    return samples;
  }

  /** A tone with a short wave in it whose samples all miss its tops by 3 dB. */
  private static float[] hidden(int rate) {
    float[] samples = tone(-21, rate, 2);
    for (int i = 0; i < rate / 1_000; i++) {
      samples[rate + i] = (float) (1.2 * Math.sin(Math.PI / 2 * i + Math.PI / 4));
    }
    return samples;
  }
}
