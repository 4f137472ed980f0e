package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class G711Test {
  private static final int CODES = 256;

  /** The JDK's decoder says what each code means; no other code may lie between. */
  @ParameterizedTest
  @EnumSource
  void everyOneOf65536ValuesGetsTheCodeOfItsInterval(G711 codec) throws IOException {
    short[] meanings = decoded(codec, IntStream.range(0, CODES).toArray());
    int[] scale = IntStream.range(0, CODES).map(i -> meanings[i]).sorted().distinct().toArray();
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      short meaning = meanings[codec.encoded((short) sample) & (CODES - 1)];
      int at = Arrays.binarySearch(scale, meaning);
      int below = at == 0 ? Short.MIN_VALUE : (scale[at - 1] + meaning) / 2;
      int above = at == scale.length - 1 ? Short.MAX_VALUE : (scale[at + 1] + meaning) / 2;
      // Where the steps grow, the Recommendation's limit is not the middle but a part of a step
      // off.
      int slack = Math.abs(meaning) / 64 + 1;
      assertThat(sample).as("%s", codec).isBetween(below - slack, above + slack);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyMeaningComesBackAsItself(G711 codec) throws IOException {
    short[] meanings = decoded(codec, IntStream.range(0, CODES).toArray());
    for (short meaning : meanings) {
      int code = codec.encoded(meaning) & (CODES - 1);
      assertThat(meanings[code]).isEqualTo(meaning);
    }
  }

  /** The reference algorithm of ITU-T's software tools (G.191), written down step by step. */
  @Test
  void everyCodeIsThatOfTheReference() {
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      assertThat(G711.ALAW.encoded((short) sample) & 0xFF).isEqualTo(referenceAlaw(sample));
      assertThat(G711.ULAW.encoded((short) sample) & 0xFF).isEqualTo(referenceUlaw(sample));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ALAW, 0, 0xD5",
    "ALAW, -1, 0x55",
    "ALAW, 32767, 0xAA",
    "ALAW, -32768, 0x2A",
    "ULAW, 0, 0xFF",
    "ULAW, -1, 0x7F",
    "ULAW, 32767, 0x80",
    "ULAW, -32768, 0x00"
  })
  void theEndsOfTheScaleAreThoseOfTheRecommendation(G711 codec, short sample, String code) {
    assertThat(codec.encoded(sample) & 0xFF).isEqualTo(Integer.decode(code));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTooLoudIsClippedAndDoesNotWrapAround(G711 codec) {
    byte[] codes = codec.encoded(new float[] {1.5f, 1f, -1f, -1.5f});
    assertThat(codes[0]).isEqualTo(codes[1]).isEqualTo(codec.encoded(Short.MAX_VALUE));
    assertThat(codes[2]).isEqualTo(codes[3]).isEqualTo(codec.encoded(Short.MIN_VALUE));
  }

  static short[] decoded(G711 codec, int[] codes) throws IOException {
    byte[] bytes = new byte[codes.length];
    for (int i = 0; i < codes.length; i++) {
      bytes[i] = (byte) codes[i];
    }
    var encoding = codec == G711.ALAW ? AudioFormat.Encoding.ALAW : AudioFormat.Encoding.ULAW;
    var format = new AudioFormat(encoding, 8_000, 8, 1, 1, 8_000, false);
    var linear = new AudioFormat(8_000, 16, 1, true, false);
    try (var stream =
        AudioSystem.getAudioInputStream(
            linear, new AudioInputStream(new ByteArrayInputStream(bytes), format, bytes.length))) {
      short[] samples = new short[codes.length];
      ByteBuffer.wrap(stream.readAllBytes())
          .order(ByteOrder.LITTLE_ENDIAN)
          .asShortBuffer()
          .get(samples);
      return samples;
    }
  }

  static int[] ints(byte[] codes) {
    return IntStream.range(0, codes.length).map(i -> codes[i]).toArray();
  }

  private static int referenceAlaw(int sample) {
    int value = (sample < 0 ? -sample - 1 : sample) / 16;
    int exponent = 0;
    if (value > 15) {
      exponent = 1;
      while (value > 31) {
        value /= 2;
        exponent++;
      }
      value -= 16;
    }
    int code = exponent * 16 + value;
    return (sample < 0 ? code : code + 128) ^ 0x55;
  }

  private static int referenceUlaw(int sample) {
    int value = Math.min((sample < 0 ? -sample - 1 : sample) / 4 + 33, 8191);
    int[] ends = {63, 127, 255, 511, 1023, 2047, 4095, 8191};
    int segment = (int) Arrays.stream(ends).filter(end -> end < value).count();
    int step = (value - (ends[segment] + 1) / 2) / (2 << segment);
    return 255 - (segment * 16 + step) - (sample < 0 ? 128 : 0);
  }
}
