package de.durchkommen.launch.phone;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * What was heard from pick-up to the end of a call, without gaps: 8 kHz, mono, 16 bit.
 *
 * <p>Files are RIFF WAV (Microsoft and IBM, Multimedia Programming Interface 1.0, 1991).
 */
public final class Recording {
  /** Samples a second. */
  public static final int RATE = 8_000;

  /** The longest recording that is read: half an hour. */
  static final int MAX_BYTES = 30 * 60 * RATE * 2;

  private static final int RIFF_HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int HEADER_BYTES = 44;
  private static final int FORMAT_BYTES = 16;

  private final short[] samples;

  private Recording(short[] samples) {
    this.samples = samples;
  }

  /** A recording with a copy of these samples. */
  public static Recording of(short[] samples) {
    return new Recording(samples.clone());
  }

  /**
   * Reads a WAV file of the one format that the phone writes. A file whose writer died before it
   * filled in the length is read to its end.
   *
   * @throws IOException if it cannot be read, or is no WAV of 8 kHz, mono, 16 bit
   */
  public static Recording read(Path wav) throws IOException {
    if (Files.size(wav) > MAX_BYTES) {
      throw new IOException("Recording is longer than half an hour: " + wav);
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.remaining() < RIFF_HEADER_BYTES || !"RIFF".equals(tag(bytes, 0))) {
      throw new IOException("No WAV file: " + wav);
    }
    bytes.position(RIFF_HEADER_BYTES);
    while (bytes.remaining() >= CHUNK_HEADER_BYTES) {
      String name = tag(bytes, bytes.position());
      int length = bytes.getInt(bytes.position() + 4);
      bytes.position(bytes.position() + CHUNK_HEADER_BYTES);
      if ("fmt ".equals(name)) {
        checkFormat(bytes, wav);
      } else if ("data".equals(name)) {
        return new Recording(samples(bytes, length));
      }
      bytes.position(Math.clamp((long) bytes.position() + length, 0, bytes.limit()));
    }
    throw new IOException("WAV file without sound: " + wav);
  }

  /** A sentence said again and again, with a pause after each time. */
  public static Recording repeated(PromptSound sound, Duration pause, Duration length)
      throws IOException {
    short[] once = sound.samples();
    int period = once.length + index(pause);
    short[] samples = new short[index(length)];
    for (int start = 0; start + once.length <= samples.length; start += period) {
      System.arraycopy(once, 0, samples, start, once.length);
    }
    return new Recording(samples);
  }

  /** How long it is. */
  public Duration length() {
    return at(samples.length);
  }

  /** Writes it as a WAV file, replacing what is there. */
  public void write(Path wav) throws IOException {
    write(wav, samples.length);
  }

  /**
   * Writes it as a WAV file, followed by silence that takes no space on the disk.
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
    try (var file = new java.io.RandomAccessFile(wav.toFile(), "rw")) {
      file.setLength(HEADER_BYTES + 2L * total);
    }
  }

  /** The samples themselves, not to be written to. */
  short[] samples() {
    return samples;
  }

  /** The part from one moment to another. */
  Recording part(Duration from, Duration to) {
    int start = Math.min(index(from), samples.length);
    return new Recording(
        Arrays.copyOfRange(samples, start, Math.clamp(index(to), start, samples.length)));
  }

  /** The time of a sample, from the start. */
  static Duration at(int index) {
    return Duration.ofNanos(index * (1_000_000_000L / RATE));
  }

  /** The sample at a time from the start. */
  static int index(Duration time) {
    return Math.toIntExact(time.toNanos() / (1_000_000_000L / RATE));
  }

  private static void checkFormat(ByteBuffer bytes, Path wav) throws IOException {
    if (bytes.remaining() < FORMAT_BYTES) {
      throw new IOException("WAV file is cut off: " + wav);
    }
    int at = bytes.position();
    boolean known =
        bytes.getShort(at) == 1
            && bytes.getShort(at + 2) == 1
            && bytes.getInt(at + 4) == RATE
            && bytes.getShort(at + 14) == 16;
    if (!known) {
      throw new IOException("Not 8 kHz, mono, 16 bit PCM: " + wav);
    }
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

  private static ByteBuffer header(int total) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(HEADER_BYTES - 8 + 2 * total)
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(FORMAT_BYTES)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(RATE)
        .putInt(RATE * 2)
        .putShort((short) 2)
        .putShort((short) 16)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(2 * total);
  }
}
