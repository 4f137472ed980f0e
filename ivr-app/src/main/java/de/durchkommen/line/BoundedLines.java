package de.durchkommen.line;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The lines that come out of a socket, none longer than its allowance. For one thread. */
final class BoundedLines {
  /** Asterisk's header fits in one or two of these. */
  private static final int CHUNK_BYTES = 1024;

  private final Socket socket;
  private final InputStream in;
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private int next;
  private int end;

  BoundedLines(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /**
   * The next line, without its line feed.
   *
   * @throws IOException when the allowance is used up, the peer has closed, or the socket broke
   */
  String line(Allowance allowance) throws IOException {
    allowance.takesLine();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (byte read = read(allowance); read != '\n'; read = read(allowance)) {
      line.write(read);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private byte read(Allowance allowance) throws IOException {
    allowance.takesByte();
    if (next == end) {
      socket.setSoTimeout(allowance.millisLeft());
      end = Math.max(0, in.read(chunk));
      next = 0;
      if (end == 0) {
        throw new EOFException("Closed by the peer");
      }
    }
    return chunk[next++];
  }
}
