package de.durchkommen.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The programs of other projects that the hotline needs: what the machine has comes first, then
 * what is in the root made of packages.
 */
public final class Toolbox {
  /** With older ones the dialplan and the modules' names were not tried. */
  static final int OLDEST_ASTERISK = 20;

  /** All that {@code up}, {@code call} and {@code test} start. */
  static final List<String> PROGRAMS =
      List.of("asterisk", "pico2wave", "RHVoice-test", "espeak-ng", "baresip", "sipp");

  /** Browsers that the tests of web pages can drive; the first is Debian's. */
  static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Path root;
  private final String path;

  /** The programs found in the search path of this process and in the root of that home. */
  public Toolbox(Home home) {
    this(home.root(), System.getenv().getOrDefault("PATH", "/usr/bin:/bin") + ":/usr/sbin:/sbin");
  }

  Toolbox(Path root, String path) {
    this.root = root;
    this.path = path;
  }

  /** Where a program is; empty when it is not there or too old. */
  public Optional<Path> program(String name) {
    Stream<Path> machine = Stream.of(path.split(File.pathSeparator)).map(Path::of);
    return Stream.concat(machine, Stream.of(ForkyRoot.programs(root)))
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .filter(file -> !name.equals("asterisk") || isRecentAsterisk(file))
        .findFirst();
  }

  /** A program that must be there. */
  public Path required(String name) {
    return program(name)
        .orElseThrow(() ->
            new LaunchFailure(
                LaunchFailure.FAILED,
                "Das Programm " + name + " fehlt. Es kommt mit: ./durchkommen up"));
  }

  /** What is not there. */
  List<String> missing() {
    return PROGRAMS.stream().filter(name -> program(name).isEmpty()).toList();
  }

  /** The value of {@code PATH} for a process that starts some of these programs by their name. */
  public String searchPath() {
    return path + File.pathSeparator + ForkyRoot.programs(root);
  }

  /** Where Asterisk's modules are. */
  Path asteriskModules() throws IOException {
    return folder("lib/*/asterisk/modules", "lib/asterisk/modules", "lib64/asterisk/modules");
  }

  /** Where the descriptions are that Asterisk does not start without. */
  Path asteriskData() throws IOException {
    return folder("share/asterisk/documentation", "lib/asterisk/documentation")
        .resolve("..")
        .normalize();
  }

  /** MariaDB's driver for Asterisk's database connections; empty when there is none. */
  Optional<Path> odbcDriver() throws IOException {
    return found(
        Files::isRegularFile,
        "lib/*/odbc/libmaodbc.so",
        "lib/*/libmaodbc.so",
        "lib64/libmaodbc.so",
        "lib/libmaodbc.so");
  }

  private Path folder(String... names) throws IOException {
    return found(Files::isDirectory, names)
        .orElseThrow(() ->
            new LaunchFailure(
                LaunchFailure.FAILED,
                "Zu " + required("asterisk") + " fehlen Dateien: " + String.join(", ", names)));
  }

  /** Something of the Asterisk that is used, where that one's distribution puts it. */
  private Optional<Path> found(Predicate<Path> kind, String... names) throws IOException {
    Path asterisk = required("asterisk").toRealPath();
    // There is no such root on a machine that has all programs.
    boolean ours = Files.exists(root) && asterisk.startsWith(root.toRealPath());
    Path usr = ours ? root.resolve("usr") : Path.of("/usr");
    for (Path base : new Path[] {usr, usr.resolve("local"), usr.resolve("../var")}) {
      for (String name : names) {
        Optional<Path> found = matching(base, name, kind);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> matching(Path base, String name, Predicate<Path> kind)
      throws IOException {
    int star = name.indexOf("*/");
    if (star < 0) {
      return Optional.of(base.resolve(name).normalize()).filter(kind);
    }
    Path parent = base.resolve(name.substring(0, star));
    if (!Files.isDirectory(parent)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(parent)) {
      return folders.map(f -> f.resolve(name.substring(star + 2))).filter(kind).findFirst();
    }
  }

  private static boolean isRecentAsterisk(Path file) {
    try {
      String version = Commands.run(LIMIT, List.of(file.toString(), "-V")).output();
      return PackageVersion.ofAsterisk(version).orElse(0) >= OLDEST_ASTERISK;
    } catch (IOException e) {
      throw new LaunchFailure(LaunchFailure.FAILED, file + " lässt sich nicht starten.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure(LaunchFailure.FAILED, "Abgebrochen.", e);
    }
  }
}
