package de.durchkommen.launch.phone;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sound as telephones have it in files: 8 or 16 kHz, mono, 16 bit, in RIFF WAV (Microsoft and IBM,
 * Multimedia Programming Interface 1.0, 1991).
 */
final class Wav {
  /** The longest file that is read: half an hour of 16 kHz. */
  static final int MAX_BYTES = 30 * 60 * Recording.WIDE_RATE * 2;

  private static final int RIFF_HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int HEADER_BYTES = 44;
  private static final int FORMAT_BYTES = 16;

  private final short[] samples;
  private final int rate;

  /**
   * Sound of these samples, which are not copied.
   *
   * @param rate samples a second: {@link Recording#RATE} or {@link Recording#WIDE_RATE}
   */
  Wav(short[] samples, int rate) {
    this.samples = samples;
    this.rate = rate;
  }

  /**
   * Reads a file. One whose writer died before it filled in the length is read to its end.
   *
   * @throws IOException if it cannot be read, or is no WAV of 8 or 16 kHz, mono, 16 bit
   */
  static Wav read(Path wav) throws IOException {
    if (Files.size(wav) > MAX_BYTES) {
      throw new IOException("Recording is longer than half an hour: " + wav);
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.remaining() < RIFF_HEADER_BYTES || !"RIFF".equals(tag(bytes, 0))) {
      throw new IOException("No WAV file: " + wav);
    }
    bytes.position(RIFF_HEADER_BYTES);
    int rate = 0;
    while (bytes.remaining() >= CHUNK_HEADER_BYTES) {
      String name = tag(bytes, bytes.position());
      int length = bytes.getInt(bytes.position() + 4);
      bytes.position(bytes.position() + CHUNK_HEADER_BYTES);
      if ("fmt ".equals(name)) {
        rate = rate(bytes, wav);
      } else if ("data".equals(name) && rate > 0) {
        return new Wav(samples(bytes, length), rate);
      }
      bytes.position(Math.clamp((long) bytes.position() + length, 0, bytes.limit()));
    }
    throw new IOException("WAV file without sound: " + wav);
  }

  /** The samples themselves, not to be written to. */
  short[] samples() {
    return samples;
  }

  /** Samples a second. */
  int rate() {
    return rate;
  }

  /**
   * Writes a file, replacing what is there: the sound, and silence after it that takes no space on
   * the disk.
   *
   * @param total number of samples in the file, at least as many as there are
   */
  void write(Path wav, int total) throws IOException {
    try (OutputStream out = Files.newOutputStream(wav)) {
      ByteBuffer data = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
      data.asShortBuffer().put(samples);
      out.write(header(total).array());
      out.write(data.array());
    }
    try (var file = new RandomAccessFile(wav.toFile(), "rw")) {
      file.setLength(HEADER_BYTES + 2L * total);
    }
  }

  private static int rate(ByteBuffer bytes, Path wav) throws IOException {
    if (bytes.remaining() < FORMAT_BYTES) {
      throw new IOException("WAV file is cut off: " + wav);
    }
    int at = bytes.position();
    int rate = bytes.getInt(at + 4);
    boolean known =
        bytes.getShort(at) == 1
            && bytes.getShort(at + 2) == 1
            && (rate == Recording.RATE || rate == Recording.WIDE_RATE)
            && bytes.getShort(at + 14) == 16;
    if (!known) {
      throw new IOException("Not 8 or 16 kHz, mono, 16 bit PCM: " + wav);
    }
    return rate;
  }

  private static short[] samples(ByteBuffer bytes, int length) {
    int there = length <= 0 ? bytes.remaining() : Math.min(length, bytes.remaining());
    short[] samples = new short[there / 2];
    bytes.asShortBuffer().get(samples);
    return samples;
  }

  private static String tag(ByteBuffer bytes, int at) {
    byte[] tag = new byte[4];
    bytes.get(at, tag);
    return new String(tag, StandardCharsets.US_ASCII);
  }

  private ByteBuffer header(int total) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(HEADER_BYTES - 8 + 2 * total)
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(FORMAT_BYTES)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(rate)
        .putInt(rate * 2)
        .putShort((short) 2)
        .putShort((short) 16)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(2 * total);
  }
}
