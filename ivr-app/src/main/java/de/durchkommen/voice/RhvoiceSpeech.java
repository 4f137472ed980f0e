package de.durchkommen.voice;

import de.durchkommen.voice.BusMessage.Field;
import de.durchkommen.voice.BusMessage.Kind;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** A sentence that RHVoice is saying: it comes in pieces of a fraction of a second. */
final class RhvoiceSpeech {
  private static final float FULL_SCALE = 32_768f;

  private final List<ByteBuffer> pieces = new ArrayList<>();
  private final CompletableFuture<float[]> whole = new CompletableFuture<>();
  private int bytes;

  /** Its samples when it is finished, full scale is -1 to 1. */
  Future<float[]> whole() {
    return whole;
  }

  /** Takes a message about it; on one thread. */
  void hear(BusMessage message) {
    if (message.kind() == Kind.ERROR) {
      fail(message.word(Field.ERROR_NAME));
    } else if (message.word(Field.MEMBER).equals("SpeechAvailable")) {
      add(message.body());
    } else if (message.word(Field.MEMBER).equals("Finished")) {
      whole.complete(samples());
    }
  }

  /** Whoever waits for the rest of it waits no longer. */
  void breakOff() {
    fail("it went");
  }

  private void fail(String why) {
    whole.completeExceptionally(new IllegalStateException(why));
  }

  /** An array of 16 bit numbers: first its length in bytes. */
  private void add(ByteBuffer body) {
    try {
      int length = body.getInt();
      pieces.add(body.slice(body.position(), length).order(body.order()));
      bytes += length;
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      fail("a broken piece");
    }
    if (bytes > Wave.MAX_BYTES) {
      fail("longer than %d bytes".formatted(Wave.MAX_BYTES));
      pieces.clear();
    }
  }

  private float[] samples() {
    float[] samples = new float[bytes / Short.BYTES];
    int at = 0;
    for (ByteBuffer piece : pieces) {
      while (piece.remaining() >= Short.BYTES) {
        samples[at++] = piece.getShort() / FULL_SCALE;
      }
    }
    return samples;
  }
}
