package de.durchkommen.editing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The telephone's sound as a file that every browser plays: RIFF/WAVE with 16 bit samples, made of
 * A-law (ITU-T G.711, table 1), with all that the codec takes away.
 */
public final class TelephoneWave {
  private static final String ALAW = ".alaw";
  private static final int RATE = 8_000;
  private static final int HEADER = 44;
  private static final int FORMAT_BYTES = 16;
  private static final short PCM = 1;
  private static final short MONO = 1;
  private static final int EVEN_BITS = 0x55;
  private static final int SIGN = 0x80;
  private static final int STEPS = 16;

  private TelephoneWave() {}

  /**
   * The file.
   *
   * @param sound base path without extension
   */
  public static byte[] of(Path sound) {
    try {
      return wave(Files.readAllBytes(Path.of(sound + ALAW)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read a sound", e);
    }
  }

  /**
   * For how long a sound is heard.
   *
   * @param sound as of {@link #of}
   */
  public static Duration length(Path sound) {
    try {
      return Duration.ofMillis(Files.size(Path.of(sound + ALAW)) * 1_000 / RATE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read a sound", e);
    }
  }

  static byte[] wave(byte[] alaw) {
    int bytes = alaw.length * Short.BYTES;
    ByteBuffer wave = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
    wave.put(tag("RIFF")).putInt(HEADER - 8 + bytes).put(tag("WAVE"));
    wave.put(tag("fmt ")).putInt(FORMAT_BYTES).putShort(PCM).putShort(MONO);
    wave.putInt(RATE).putInt(RATE * Short.BYTES);
    wave.putShort((short) Short.BYTES).putShort((short) Short.SIZE);
    wave.put(tag("data")).putInt(bytes);
    for (byte code : alaw) {
      wave.putShort(linear(code));
    }
    return wave.array();
  }

  /** The middle of the values that have this code. */
  static short linear(byte code) {
    int bits = (code ^ EVEN_BITS) & 0xFF;
    int segment = (bits >> 4) & 7;
    int step = bits & (STEPS - 1);
    int magnitude = segment == 0 ? 2 * step + 1 : (2 * (step + STEPS) + 1) << (segment - 1);
    // 13 bits in the Recommendation, 16 here.
    return (short) ((bits & SIGN) == 0 ? -magnitude << 3 : magnitude << 3);
  }

  private static byte[] tag(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
