package de.durchkommen.voice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A RIFF/WAVE file as people record it: any rate, any number of channels, told as it is.
 *
 * @param encoding 1 for PCM
 * @param rate samples a second
 * @param bits of a sample
 * @param data the samples, channel by channel in turns
 */
record WaveFile(int encoding, int channels, int rate, int bits, ByteBuffer data) {
  static final int PCM = 1;
  static final int BITS = 16;

  private static final int EXTENSIBLE = 0xFFFE;
  private static final int SUBFORMAT = 24;
  private static final int HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int FORMAT = 16;
  private static final int WHOLE_HEADER = 44;
  private static final float FULL_SCALE = 32_768f;

  /** The file in these bytes; empty if they are none. */
  static Optional<WaveFile> parsed(byte[] bytes) {
    ByteBuffer riff = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < HEADER || !tag(riff, 0).equals("RIFF") || !tag(riff, 8).equals("WAVE")) {
      return Optional.empty();
    }
    Optional<ByteBuffer> format = chunk(riff, "fmt ").filter(f -> f.limit() >= FORMAT);
    return format.flatMap(f -> chunk(riff, "data").map(data -> of(f, data)));
  }

  private static WaveFile of(ByteBuffer format, ByteBuffer data) {
    int encoding = Short.toUnsignedInt(format.getShort(0));
    if (encoding == EXTENSIBLE && format.limit() > SUBFORMAT + 1) {
      encoding = Short.toUnsignedInt(format.getShort(SUBFORMAT));
    }
    return new WaveFile(
        encoding, format.getShort(2), format.getInt(4), format.getShort(FORMAT - 2), data);
  }

  private static Optional<ByteBuffer> chunk(ByteBuffer riff, String name) {
    long at = HEADER;
    while (at + CHUNK_HEADER <= riff.limit()) {
      int start = (int) at + CHUNK_HEADER;
      long claimed = Integer.toUnsignedLong(riff.getInt((int) at + 4));
      int size = (int) Math.min(claimed, riff.limit() - start);
      if (tag(riff, (int) at).equals(name)) {
        return Optional.of(riff.slice(start, size).order(ByteOrder.LITTLE_ENDIAN));
      }
      at = start + claimed + claimed % 2;
    }
    return Optional.empty();
  }

  private static String tag(ByteBuffer riff, int at) {
    byte[] tag = new byte[Integer.BYTES];
    riff.get(at, tag);
    return new String(tag, StandardCharsets.ISO_8859_1);
  }

  /** Whether {@link #samples} can be had: 16 bit PCM with one channel, or two. */
  boolean isReadable() {
    return encoding == PCM && bits == BITS && (channels == 1 || channels == 2) && rate > 0;
  }

  /** The first channel, or the second: full scale is -1 to 1. */
  float[] samples(int channel) {
    float[] samples = new float[data.limit() / (channels * Short.BYTES)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = data.getShort((i * channels + channel) * Short.BYTES) / FULL_SCALE;
    }
    return samples;
  }

  double seconds() {
    return data.limit() / (double) (channels * Short.BYTES) / rate;
  }

  /** A file with one channel and 16 bits. */
  static byte[] bytes(float[] samples, int rate) {
    int size = samples.length * Short.BYTES;
    ByteBuffer file = ByteBuffer.allocate(WHOLE_HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(WHOLE_HEADER - 8 + size);
    file.put("WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1)).putInt(FORMAT);
    file.putShort((short) PCM).putShort((short) 1);
    file.putInt(rate).putInt(rate * Short.BYTES).putShort((short) 2).putShort((short) BITS);
    file.put("data".getBytes(StandardCharsets.ISO_8859_1)).putInt(size);
    for (float sample : samples) {
      float scaled = Math.clamp(sample * FULL_SCALE, Short.MIN_VALUE, Short.MAX_VALUE);
      file.putShort((short) Math.round(scaled));
    }
    return file.array();
  }

  static void write(Path file, float[] samples, int rate) throws IOException {
    Files.write(file, bytes(samples, rate));
  }
}
