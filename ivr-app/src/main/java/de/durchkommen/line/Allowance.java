package de.durchkommen.line;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * How much a peer may still send, and until when. Used up by reading.
 *
 * <p>The time is the whole time, not that between two bytes: who sends one byte a second is slow
 * too. It is measured with the JVM's monotonic clock, because it limits a real socket.
 */
final class Allowance {
  private int bytes;
  private int lines;
  private final long deadlineNanos;

  Allowance(int bytes, int lines, Duration time) {
    this.bytes = bytes;
    this.lines = lines;
    this.deadlineNanos = System.nanoTime() + time.toNanos();
  }

  void takesBytes(int count) throws IOException {
    bytes -= count;
    if (bytes < 0) {
      throw new IOException("More bytes than allowed");
    }
  }

  void takesLine() throws IOException {
    if (--lines < 0) {
      throw new IOException("More lines than allowed");
    }
  }

  /** When the time is over, by {@link System#nanoTime}. */
  long deadlineNanos() {
    return deadlineNanos;
  }

  /** Milliseconds left, at least 1. */
  int millisLeft() throws SocketTimeoutException {
    long left = Duration.ofNanos(deadlineNanos - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("Not sent in time");
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }
}
