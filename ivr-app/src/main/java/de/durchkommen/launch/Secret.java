package de.durchkommen.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** A random word in a file that only its owner can read. */
final class Secret {
  /** 192 bits: not to be guessed. */
  private static final int BYTES = 24;

  private final Path file;

  Secret(Path file) {
    this.file = file;
  }

  /** The word; made now if there is none. */
  String keptOrMade(RandomGenerator random) throws IOException {
    if (Files.isRegularFile(file) && !Files.readString(file).isBlank()) {
      return Files.readString(file).strip();
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    Modes.writeSecret(file, HexFormat.of().formatHex(bytes));
    return Files.readString(file).strip();
  }
}
