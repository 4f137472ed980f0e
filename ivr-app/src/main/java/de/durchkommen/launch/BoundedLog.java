package de.durchkommen.launch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that a process appends to, kept small: a full one is copied to {@code .1} and emptied
 * under the process, which goes on appending. A line written in between may be lost.
 */
record BoundedLog(Path file) {
  static final long LARGEST_BYTES = 10_000_000;
  private static final int TAIL_BYTES = 3_000;
  private static final String COLOURS = "\u001b\\[[0-9;]*m";

  void trim() throws IOException {
    trim(LARGEST_BYTES);
  }

  void trim(long largest) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) <= largest) {
      return;
    }
    Path older = file.resolveSibling(file.getFileName() + ".1");
    Files.copy(file, older, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(0);
    }
  }

  /** The last lines. */
  String tail() throws IOException {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    return textFrom(Math.max(0, Files.size(file) - TAIL_BYTES)).strip();
  }

  /** What stands there from a byte on. */
  String textFrom(long start) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(Math.min(start, in.length()));
      byte[] bytes = new byte[(int) Math.min(LARGEST_BYTES, in.length() - in.getFilePointer())];
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8).replaceAll(COLOURS, "");
    }
  }
}
