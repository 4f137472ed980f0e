package de.durchkommen.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The folders that the launcher writes to.
 *
 * @param path {@code durchkommen.home}: what belongs to one running hotline
 * @param tools {@code durchkommen.tools.dir}: programs that several may share
 */
public record Home(Path path, Path tools) {
  /** A Unix socket's path has 107 bytes at most (unix(7)); the longest name below is 20. */
  private static final int LONGEST = 80;

  /**
   * Others have a meaning in the configuration files and lists of paths that the folder goes to.
   */
  private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{N}/ ._+@%=~-]+");

  /** The programs' root, made of packages. */
  public Path root() {
    return tools.resolve("root");
  }

  /** The database server's programs. */
  Path databasePrograms() {
    return tools.resolve("mariadb-server");
  }

  Path database() {
    return path.resolve("mariadb");
  }

  Path asterisk() {
    return path.resolve("asterisk");
  }

  Path web() {
    return path.resolve("payara");
  }

  /** Records of processes, secrets, sockets. */
  public Path run() {
    return path.resolve("run");
  }

  Path log() {
    return path.resolve("log");
  }

  Home made() {
    refuseUnusable(path);
    refuseUnusable(tools);
    try {
      for (Path folder : new Path[] {path, tools, run(), log()}) {
        Files.createDirectories(folder);
      }
      Modes.ownerOnly(run());
    } catch (IOException e) {
      throw new LaunchFailure(
          LaunchFailure.WRONG_USE, "In den Ordner " + path + " kann nicht geschrieben werden.", e);
    }
    return this;
  }

  private static void refuseUnusable(Path path) {
    String name = path.toString();
    if (name.length() > LONGEST || !CHARACTERS.matcher(name).matches()) {
      throw new LaunchFailure(
          LaunchFailure.WRONG_USE,
          ("Der Ordner »%s« geht nicht: höchstens %d Zeichen, nur Buchstaben, Ziffern, Leerzeichen"
                  + " und / . _ + @ %% = ~ - sind möglich. Anderen wählen: durchkommen.home"
                  + " (DURCHKOMMEN_HOME)")
              .formatted(name, LONGEST));
    }
  }
}
