package de.durchkommen.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A body that ends with a problem as soon as it is longer than it may be. */
final class BoundedBody extends ServletInputStream {
  private static final int END = -1;

  private final ServletInputStream body;
  private long left;

  /**
   * Reads this body.
   *
   * @param most so many bytes at most
   */
  BoundedBody(ServletInputStream body, int most) {
    this.body = body;
    this.left = most;
  }

  /** 413: what a client is told whose body is too large. */
  static Problem tooLarge() {
    return new Problem(
        413,
        "too-large",
        "The request is too large",
        "A body has " + ApiLimits.LARGEST_BODY + " bytes at most. Send less at once.");
  }

  @Override
  public int read() throws IOException {
    int next = body.read();
    count(next == END ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = body.read(target, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int bytes) {
    left -= bytes;
    if (left < 0) {
      throw tooLarge();
    }
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }
}
