package de.durchkommen.line;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines that a peer sends, none longer than its allowance. For one thread. */
final class BoundedLines {
  private static final byte[] NOTHING = {};

  private final Pieces pieces;
  private byte[] piece = NOTHING;
  private int next;

  BoundedLines(Pieces pieces) {
    this.pieces = pieces;
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
      while (feed < piece.length && piece[feed] != '\n') {
        feed++;
      }
      boolean whole = feed < piece.length;
      allowance.takesBytes(feed - next + (whole ? 1 : 0));
      byte[] read = piece;
      int start = next;
      used(whole ? feed + 1 : feed);
      if (whole && earlier == null) {
        return new String(read, start, feed - start, StandardCharsets.UTF_8);
      }
      earlier = earlier == null ? new ByteArrayOutputStream() : earlier;
      earlier.write(read, start, feed - start);
      if (whole) {
        return earlier.toString(StandardCharsets.UTF_8);
      }
    }
  }

  private void fill(Allowance allowance) throws IOException {
    if (next == piece.length) {
      piece = pieces.next(allowance);
      next = 0;
    }
  }

  /** What was read whole is not kept for a caller who waits for an hour. */
  private void used(int until) {
    next = until;
    if (next == piece.length) {
      piece = NOTHING;
      next = 0;
    }
  }
}
