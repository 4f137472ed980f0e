package de.durchkommen.voice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sound as numbers: one channel, full scale is -1 to 1. */
final class Wave {
  /** Six minutes at 22.05 kHz; an engine that writes more has gone astray. */
  static final long MAX_BYTES = 16_000_000;

  private static final float FULL_SCALE = 32_768f;
  private static final int HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int FORMAT_BYTES = 16;
  private static final int PCM = 1;
  private static final int MONO = 1;
  private static final int BITS = 16;
  private static final int MIN_RATE = 8_000;
  private static final int MAX_RATE = 48_000;

  private final float[] samples;
  private final int rate;

  /** Takes ownership of the samples. */
  Wave(float[] samples, int rate) {
    this.samples = samples;
    this.rate = rate;
  }

  /** Not to be changed. */
  float[] samples() {
    return samples;
  }

  /** Samples a second. */
  int rate() {
    return rate;
  }

  /**
   * Reads a RIFF file with 16 bit mono PCM, as engines write it.
   *
   * @throws EngineFailure if it is anything else
   */
  static Wave read(Path file) throws EngineFailure {
    try {
      if (!Files.exists(file)) {
        throw new EngineFailure("No sound was written");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new EngineFailure("The sound is longer than %d bytes".formatted(MAX_BYTES));
      }
      return parsed(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));
    } catch (IOException e) {
      throw new EngineFailure("The sound cannot be read", e);
    }
  }

  private static Wave parsed(ByteBuffer riff) throws EngineFailure {
    if (riff.remaining() < HEADER_BYTES || !tag(riff).equals("RIFF")) {
      throw new EngineFailure("The sound is not in a RIFF file");
    }
    riff.position(HEADER_BYTES);
    int rate = 0;
    while (riff.remaining() >= CHUNK_HEADER_BYTES) {
      String tag = tag(riff);
      // A writer that cannot go back in its file leaves a size that is too large or negative.
      long claimed = Integer.toUnsignedLong(riff.getInt());
      int size = (int) Math.min(claimed, riff.remaining());
      if (tag.equals("data") && rate > 0) {
        return new Wave(samples(riff.slice(riff.position(), size)), rate);
      }
      if (tag.equals("fmt ")) {
        rate = rate(riff.slice(riff.position(), size).order(ByteOrder.LITTLE_ENDIAN));
      }
      riff.position((int) Math.min((long) riff.position() + size + size % 2, riff.limit()));
    }
    throw new EngineFailure("The sound file has no sound in it");
  }

  private static int rate(ByteBuffer format) throws EngineFailure {
    if (format.remaining() < FORMAT_BYTES) {
      throw new EngineFailure("The sound file tells no format");
    }
    int encoding = format.getShort();
    int channels = format.getShort();
    int rate = format.getInt();
    int bits = format.getShort(FORMAT_BYTES - Short.BYTES);
    if (encoding != PCM || channels != MONO || bits != BITS) {
      throw new EngineFailure("The sound is not 16 bit mono PCM");
    }
    if (rate < MIN_RATE || rate > MAX_RATE) {
      throw new EngineFailure("The sound has %d samples a second".formatted(rate));
    }
    return rate;
  }

  private static float[] samples(ByteBuffer data) {
    data.order(ByteOrder.LITTLE_ENDIAN);
    float[] samples = new float[data.remaining() / Short.BYTES];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = data.getShort() / FULL_SCALE;
    }
    return samples;
  }

  private static String tag(ByteBuffer riff) {
    byte[] tag = new byte[Integer.BYTES];
    riff.get(tag);
    return new String(tag, StandardCharsets.ISO_8859_1);
  }
}
