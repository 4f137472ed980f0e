package de.durchkommen.recording;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Samples as a WAV file (PCM, 16 bit, mono), piece by piece: nothing is decrypted before it is
 * sent.
 *
 * @param bytes of the samples
 * @param sound the samples
 */
record WaveStream(long bytes, InputStream sound) implements StreamingOutput {
  static final int HEADER = 44;
  private static final int PIECE = 16_384;

  @Override
  public void write(OutputStream output) throws IOException {
    try (sound) {
      output.write(header());
      long left = bytes;
      byte[] piece = new byte[PIECE];
      while (left > 0) {
        int read = sound.read(piece, 0, (int) Math.min(piece.length, left));
        if (read < 0) {
          throw new EOFException("A recording is shorter than it was");
        }
        output.write(piece, 0, read);
        left -= read;
      }
    }
  }

  private byte[] header() {
    int size = Math.toIntExact(bytes);
    return ByteBuffer.allocate(HEADER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(HEADER - 8 + size)
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(RecordingLimits.RATE)
        .putInt(RecordingLimits.BYTES_A_SECOND)
        .putShort((short) 2)
        .putShort((short) 16)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(size)
        .array();
  }
}
