package de.durchkommen.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/** A lock on a file, held by one process at a time; the system frees it when the process dies. */
final class Lock implements AutoCloseable {
  private final FileChannel channel;

  private Lock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes it when nobody has it. */
  static Optional<Lock> taken(Path file) throws IOException {
    FileChannel channel = open(file);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new Lock(channel));
  }

  /** Takes it, after whoever has it. */
  static Lock waitedFor(Path file) throws IOException {
    FileChannel channel = open(file);
    Objects.requireNonNull(channel.lock());
    return new Lock(channel);
  }

  private static FileChannel open(Path file) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
