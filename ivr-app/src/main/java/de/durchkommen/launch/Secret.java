package de.durchkommen.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A random word in a file that only its owner can read. */
final class Secret {
  /** 192 bits: not to be guessed. */
  private static final int BYTES = 24;

  private final Path file;
  private final int bytes;

  Secret(Path file) {
    this(file, BYTES);
  }

  /** A word of so many random bytes. */
  Secret(Path file, int bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** The word, if one was made. */
  Optional<String> kept() throws IOException {
    return Files.isRegularFile(file)
        ? Optional.of(Files.readString(file).strip()).filter(word -> !word.isEmpty())
        : Optional.empty();
  }

  /** Makes the word if there is none. */
  void make(RandomGenerator random) throws IOException {
    if (kept().isEmpty()) {
      byte[] word = new byte[bytes];
      random.nextBytes(word);
      Modes.writeSecret(file, HexFormat.of().formatHex(word));
    }
  }
}
