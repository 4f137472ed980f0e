package de.durchkommen.line;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

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
    @Nullable ByteArrayOutputStream earlier = null;
    while (true) {
      fill(allowance);
      int feed = next;
      while (feed < end && chunk[feed] != '\n') {
        feed++;
      }
      boolean whole = feed < end;
      allowance.takesBytes(feed - next + (whole ? 1 : 0));
      int start = next;
      next = whole ? feed + 1 : feed;
      if (whole && earlier == null) {
        return new String(chunk, start, feed - start, StandardCharsets.UTF_8);
      }
      earlier = earlier == null ? new ByteArrayOutputStream() : earlier;
      earlier.write(chunk, start, feed - start);
      if (whole) {
        return earlier.toString(StandardCharsets.UTF_8);
      }
    }
  }

  private void fill(Allowance allowance) throws IOException {
    if (next == end) {
      socket.setSoTimeout(allowance.millisLeft());
      end = Math.max(0, in.read(chunk));
      next = 0;
      if (end == 0) {
        throw new EOFException("Closed by the peer");
      }
    }
  }
}
