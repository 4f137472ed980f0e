package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.prompt.SpokenText;
import de.durchkommen.voice.RecordingCheck.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingCheckTest {
  private static final int RATE = Takes.RATE;
  private static final SpokenText WORDS = new SpokenText(Locale.GERMAN, "Gut.");

  private final RecordingCheck check = new RecordingCheck(words -> OptionalDouble.of(2));

  @ParameterizedTest
  @ValueSource(doubles = {0.95, 1.5, 2, 3.9})
  void aGoodRecordingHasNoFault(double seconds) {
    assertThat(faults(Takes.good(seconds))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-33", "-26", "-14"})
  void whatCanBeLevelledIsTaken(double level) {
    assertThat(faults(Takes.voice(2, level, -70))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.8, erwartet etwa 2",
    "4.5, erwartet etwa 2",
  })
  void anotherLengthIsProbablyAnotherText(double seconds, String what) {
    assertThat(faults(Takes.good(seconds))).singleElement().asString().contains(what);
  }

  @Test
  void noiseIsHeardInPauses() {
    assertThat(faults(Takes.voice(2, -18, -52))).isEmpty();
    assertThat(faults(Takes.voice(2, -18, -47)))
        .singleElement()
        .asString()
        .contains("Rauschen -47 dBFS", "leisen Raum");
  }

  @ParameterizedTest
  @CsvSource({"-45, Lautheit", "-75, nichts zu hören"})
  void tooQuietIsRefused(double level, String what) {
    assertThat(faults(Takes.voice(2, level, -90))).singleElement().asString().contains(what);
  }

  @Test
  void silenceIsNoRecording() {
    assertThat(faults(new float[2 * RATE])).singleElement().asString().contains("nichts zu hören");
    assertThat(faults(new float[0])).singleElement().asString().contains("nichts zu hören");
  }

  @ParameterizedTest
  @CsvSource({"1", "0.6"})
  void clippingIsFoundEvenWhenMadeQuieterLater(double level) {
    float[] loud = Takes.voice(2, -12, -70);
    for (int i = 0; i < loud.length; i++) {
      loud[i] = (float) (level * Math.clamp(3 * loud[i], -0.6, 0.6) / 0.6 * 0.99999);
    }
    assertThat(faults(loud)).extracting(Fault::what).contains("übersteuert");
  }

  @Test
  void aWordThatIsCutOffIsRefused() {
    float[] good = Takes.good(2);
    assertThat(faults(Arrays.copyOfRange(good, RATE / 4, good.length)))
        .singleElement()
        .asString()
        .contains("am Anfang abgeschnitten");
    assertThat(faults(Arrays.copyOf(good, good.length - RATE / 4)))
        .singleElement()
        .asString()
        .contains("am Ende abgeschnitten");
    assertThat(faults(Tones.joined(Tones.silence(RATE, 3), good)))
        .singleElement()
        .asString()
        .contains("s Stille am Rand");
  }

  @Test
  void formatsThatArePlayedElsewhereAreNamed() {
    byte[] wav = WaveFile.bytes(Takes.good(2), RATE);
    assertThat(faults("ID3 song".getBytes(StandardCharsets.UTF_8))).hasSize(1);
    assertThat(faults(new byte[0])).singleElement().asString().contains("keine WAV-Datei");
    assertThat(faults(Arrays.copyOf(wav, 20))).singleElement().asString().contains("keine WAV");
    assertThat(faults(changed(wav, 20, 3))).asString().contains("nicht PCM");
    assertThat(faults(changed(wav, 34, 24))).asString().contains("nicht PCM mit 16 Bit");
    assertThat(faults(changed(wav, 24, 8_000))).singleElement().asString().contains("8000 Hz");
    assertThat(faults(changed(wav, 22, 0))).asString().contains("Kanäle");
  }

  @Test
  void stereoIsTakenWhenBothChannelsAreTheSame() {
    assertThat(faults(stereo(true))).isEmpty();
    assertThat(faults(stereo(false))).singleElement().asString().contains("2 verschiedene Kanäle");
  }

  @Test
  void withoutAnEngineAnyLengthGoes() {
    assertThat(
            new RecordingCheck(words -> OptionalDouble.empty())
                .faults(WaveFile.bytes(Takes.good(9), RATE), WORDS))
        .isEmpty();
  }

  private List<Fault> faults(float[] samples) {
    return faults(WaveFile.bytes(samples, RATE));
  }

  private List<Fault> faults(byte[] wav) {
    return check.faults(wav, WORDS);
  }

  private static byte[] changed(byte[] wav, int at, int value) {
    ByteBuffer changed = ByteBuffer.wrap(wav.clone()).order(ByteOrder.LITTLE_ENDIAN);
    if (at == 24) {
      changed.putInt(at, value);
    } else {
      changed.putShort(at, (short) value);
    }
    return changed.array();
  }

  private static byte[] stereo(boolean same) {
    float[] mono = Takes.good(2);
    float[] both = new float[2 * mono.length];
    for (int i = 0; i < mono.length; i++) {
      both[2 * i] = mono[i];
      both[2 * i + 1] = same ? mono[i] : mono[i] / 2;
    }
    return changed(changed(WaveFile.bytes(both, RATE), 22, 2), 32, 4);
  }
}
