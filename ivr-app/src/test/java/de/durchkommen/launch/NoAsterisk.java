package de.durchkommen.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders as Asterisk's package has them, where it is only to be configured. */
final class NoAsterisk {
  private NoAsterisk() {}

  /** Makes them; the root that a {@link Toolbox} looks in. */
  static Path made(Path root) throws IOException {
    Files.createDirectories(root.resolve("usr/lib/any/asterisk/modules"));
    Files.createDirectories(root.resolve("usr/share/asterisk/documentation"));
    Path asterisk = Files.createDirectories(ForkyRoot.programs(root)).resolve("asterisk");
    Files.writeString(asterisk, "#!/bin/sh\necho Asterisk 22.10.1\n");
    if (!asterisk.toFile().setExecutable(true)) {
      throw new IOException("No right to make a program of " + asterisk);
    }
    return root;
  }
}
