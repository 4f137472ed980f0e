package de.durchkommen.voice;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bus's end of a connection of D-Bus: lets the program in, then messages go both ways. One
 * thread reads; any may send.
 */
final class BusWire {
  private static final int BUFFER_BYTES = 1 << 16;

  /** More lines or longer ones than these are no greeting. */
  private static final int MAX_LINES = 20;

  private static final int MAX_LINE_BYTES = 1_000;

  private final SocketChannel channel;
  private final ByteBuffer read = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private final Lock sending = new ReentrantLock();

  BusWire(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * The greeting of D-Bus. It asks for no proof of who comes: the socket is in a folder that only
   * this user can enter.
   *
   * @throws IOException if it was not greeted as D-Bus wants it, or the program went
   */
  void letIn() throws IOException {
    if (taken(1)[0] != 0) {
      throw new IOException("No greeting of D-Bus");
    }
    for (int lines = 0; lines < MAX_LINES; lines++) {
      String line = line();
      if (line.equals("BEGIN")) {
        return;
      }
      write(ByteBuffer.wrap((answer(line) + "\r\n").getBytes(StandardCharsets.US_ASCII)));
    }
    throw new IOException("A greeting without end");
  }

  private static String answer(String line) {
    if (line.equals("AUTH EXTERNAL")) {
      return "DATA";
    }
    if (line.startsWith("AUTH EXTERNAL ") || line.startsWith("DATA")) {
      return "OK " + UUID.randomUUID().toString().replace("-", "");
    }
    return line.startsWith("AUTH") ? "REJECTED EXTERNAL" : "ERROR";
  }

  /**
   * The next message; waits for it.
   *
   * @throws IOException if the program went or sent something else
   */
  BusMessage received() throws IOException {
    byte[] head = taken(BusMessage.HEAD_BYTES);
    byte[] whole = new byte[BusMessage.length(head)];
    System.arraycopy(head, 0, whole, 0, head.length);
    take(whole, head.length);
    return BusMessage.parsed(whole);
  }

  /**
   * Sends a message.
   *
   * @throws IOException if the program went
   */
  void send(BusMessage message) throws IOException {
    write(message.bytes());
  }

  private void write(ByteBuffer bytes) throws IOException {
    sending.lock();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } finally {
      sending.unlock();
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    while (line.length() < MAX_LINE_BYTES) {
      line.append((char) taken(1)[0]);
      if (line.toString().endsWith("\r\n")) {
        return line.substring(0, line.length() - 2);
      }
    }
    throw new IOException("A line without end");
  }

  private byte[] taken(int count) throws IOException {
    byte[] bytes = new byte[count];
    take(bytes, 0);
    return bytes;
  }

  /** Fills an array from a place on. */
  private void take(byte[] bytes, int from) throws IOException {
    for (int at = from; at < bytes.length; ) {
      if (!read.hasRemaining()) {
        read.clear();
        int count = channel.read(read);
        read.flip();
        if (count < 0) {
          throw new EOFException("The program went");
        }
      }
      int count = Math.min(read.remaining(), bytes.length - at);
      read.get(bytes, at, count);
      at += count;
    }
  }
}
