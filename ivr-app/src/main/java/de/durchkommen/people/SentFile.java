package de.durchkommen.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that was sent, kept on disk until it is imported. It has no name there any more: it is
 * deleted as soon as it is open, so nothing personal stays behind when the process is killed.
 */
final class SentFile implements AutoCloseable {
  /** Bytes; 400,000 people are about 30 MB. */
  static final long LARGEST = 256L * 1024 * 1024;

  private static final int BYTES_AT_ONCE = 64 * 1024;

  private final FileChannel channel;

  private SentFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes what is sent; empty when that is more than allowed.
   *
   * @param largest bytes
   * @throws IOException when the sender or the disk fails
   */
  static Optional<SentFile> of(InputStream sent, long largest) throws IOException {
    FileChannel channel = opened();
    boolean taken = false;
    try {
      byte[] some = new byte[BYTES_AT_ONCE];
      for (int count = sent.read(some); count >= 0; count = sent.read(some)) {
        if (channel.position() + count > largest) {
          return Optional.empty();
        }
        write(channel, ByteBuffer.wrap(some, 0, count));
      }
      channel.position(0);
      taken = true;
      return Optional.of(new SentFile(channel));
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static FileChannel opened() throws IOException {
    Path path = Files.createTempFile("durchkommen-", ".csv");
    try {
      return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } finally {
      Files.delete(path);
    }
  }

  long size() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From its beginning, once. */
  PeopleFile file() {
    return new PeopleFile(Channels.newInputStream(channel), size());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
