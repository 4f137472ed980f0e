package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The codec against another implementation: the vectors were made by the encoder and the decoder of
 * spandsp 0.0.6, which Asterisk has its G.722 from, out of signals that anybody can make again.
 */
class G722EncoderTest {
  private static final int COUNT = 16_000;

  /** QMF filters of both sides: a decoded sample is so much later. */
  private static final int DELAY = 22;

  /** Signals of whole numbers, so that they are the same everywhere. */
  enum Signal {
    NOISE,
    SWELLING,
    SAW,
    SQUARE,
    SILENCE,
    FULL;

    private short at(int i, int random) {
      return (short)
          switch (this) {
            case NOISE -> random >> 1;
            case SWELLING -> random >> (1 + (i / 500) % 13);
            case SAW -> ((short) (i * 977)) >> 1;
            case SQUARE -> (i / 40) % 2 == 0 ? -9_999 : 9_999;
            case SILENCE -> 0;
            case FULL -> random;
          };
    }

    float[] samples() {
      float[] samples = new float[COUNT];
      int state = 1;
      for (int i = 0; i < COUNT; i++) {
        state = state * 1_103_515_245 + 12_345;
        samples[i] = at(i, state >> 16) / 32_768f;
      }
      return samples;
    }
  }

  /** SHA-256 of the codes, and of what they are decoded to. */
  @ParameterizedTest
  @CsvSource({
    "NOISE, 7ce09d8fc34c08b122718967e39cd6f1945699ae496e27678f23c5e166003268,"
        + " e78db4b824e6a04fc44718ef473e17ed6c0ae174ee35f9bff19f520228e0db78",
    "SWELLING, b4b7b55d94ce57f198f92ae675af197e3d417ecca788f78e46972e8415378864,"
        + " 1e2c1215dbd9f183b707abb598c15079f1acd141c08bc1b9c3bcaec17d499d44",
    "SAW, 49881f761642382110d38ee2894607cc79868c25c5266139c0e769b52d37c47e,"
        + " 33020408494df57986288beff608cb6c857c0da22a1dcf0ed8c7156c9453eed7",
    "SQUARE, 43383841ef503fb5be0442262c9427d91b80623060f193ba90b98f032285bf86,"
        + " 5ea47f2d348ebcdb13c7501eb40de682a9932b420fdf78c81e0c05d0137063b1",
    "SILENCE, 9c0b9b2330c2fa6b38a5799a186bfcec138aa6445a5c4dd2d5e44b70897271c7,"
        + " 67f04dfd3801f7a0b3f52d52e00fcb9df8190acf4b9ead906a2c7cb320c8cfc8"
  })
  void codesAndSamplesAreThoseOfAnotherImplementation(Signal signal, String codes, String decoded) {
    byte[] encoded = G722Encoder.encoded(signal.samples());
    assertThat(RecordedFile.hash(encoded)).isEqualTo(codes);
    ByteBuffer samples = ByteBuffer.allocate(2 * COUNT).order(ByteOrder.LITTLE_ENDIAN);
    for (short sample : G722Decoder.decoded(encoded)) {
      samples.putShort(sample);
    }
    assertThat(RecordedFile.hash(samples.array())).isEqualTo(decoded);
  }

  /** As loud as can be, where the other decoder would overflow; so the codes only. */
  @Test
  void codesOfTheLoudestNoiseAreThoseOfAnotherImplementation() {
    byte[] encoded = G722Encoder.encoded(Signal.FULL.samples());
    assertThat(HexFormat.of().formatHex(Arrays.copyOf(encoded, 8))).isEqualTo("872086288b200408");
    assertThat(RecordedFile.hash(encoded))
        .isEqualTo("3b980afc962fc857a1927167cffc758f3715039d349b678169611ed555b31944");
  }

  @ParameterizedTest
  @CsvSource({"300, 35", "1000, 35", "3000, 30", "5000, 12", "6500, 12"})
  void aToneComesBackAsItself(double hertz, double decibels) {
    float[] tone = Tones.tone(hertz, 0.3, 16_000, 1);
    assertThat(signalToNoise(tone)).isGreaterThan(decibels);
  }

  @Test
  void aVoiceComesBackAsItself() {
    assertThat(signalToNoise(Takes.good(2))).isGreaterThan(30);
  }

  @Test
  void anOddSampleAtTheEndIsLeftOut() {
    assertThat(G722Encoder.encoded(new float[5])).hasSize(2);
    assertThat(G722Encoder.encoded(new float[0])).isEmpty();
  }

  private static double signalToNoise(float[] samples) {
    short[] decoded = G722Decoder.decoded(G722Encoder.encoded(samples));
    double signal = 0;
    double noise = 0;
    for (int i = 1_000; i < decoded.length - DELAY; i++) {
      double missed = samples[i] - decoded[i + DELAY] / 32_768.0;
      signal += samples[i] * samples[i];
      noise += missed * missed;
    }
    return 10 * Math.log10(signal / noise);
  }
}
