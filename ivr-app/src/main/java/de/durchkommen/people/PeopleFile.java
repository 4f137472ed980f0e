package de.durchkommen.people;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file of people, and how many of them have been read. */
public final class PeopleFile extends FilterInputStream {
  private final long size;
  private long position;

  /**
   * A file.
   *
   * @param bytes is read once, from where it stands
   * @param size how many bytes come
   */
  public PeopleFile(InputStream bytes, long size) {
    super(bytes);
    this.size = size;
  }

  /** How many bytes there are. */
  public long size() {
    return size;
  }

  /** How many bytes have been read; some of them may still wait to be looked at. */
  public long position() {
    return position;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    position += one < 0 ? 0 : 1;
    return one;
  }

  @Override
  public int read(byte[] some, int from, int length) throws IOException {
    int count = super.read(some, from, length);
    position += Math.max(count, 0);
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
