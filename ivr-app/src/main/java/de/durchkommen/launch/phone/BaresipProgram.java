package de.durchkommen.launch.phone;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SIP phone baresip: a program of 1.1 or newer on the PATH, else the one in the tools' root,
 * which runs by its own loader so that it finds its own libraries.
 *
 * @param command the words that start it
 * @param modules folder of its modules
 */
public record BaresipProgram(List<String> command, Path modules) {
  /** The usual codec, sound files, accounts, the commands, and the control connection. */
  static final List<String> MODULES =
      List.of("g711.so", "aufile.so", "account.so", "menu.so", "ctrl_tcp.so");

  private static final Pattern VERSION = Pattern.compile("baresip v(\\d+)\\.(\\d+)");
  private static final int VERSION_LIMIT_SECONDS = 5;

  /** Copies the list. */
  public BaresipProgram {
    command = List.copyOf(command);
  }

  /**
   * Looks for baresip.
   *
   * @param root the tools' root; need not exist
   * @throws IOException with words for the user, if there is none
   */
  public static BaresipProgram found(Path root) throws IOException {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path program = Path.of(folder, "baresip");
      if (Files.isExecutable(program)) {
        Optional<Path> modules = modules(program.resolve("../../lib").normalize());
        if (modules.isPresent() && playsFiles(program)) {
          return new BaresipProgram(List.of(program.toString()), modules.get());
        }
      }
    }
    return inRoot(root)
        .orElseThrow(() ->
            new IOException(
                "Es fehlt das SIP-Telefon baresip (ab Version 1.1), auch unter "
                    + root
                    + ". './durchkommen up' richtet es ein."));
  }

  /** Whether it has the module of a codec. */
  boolean knows(Codec codec) {
    return Files.isReadable(modules.resolve(codec.module()));
  }

  private static Optional<BaresipProgram> inRoot(Path root) throws IOException {
    Path program = root.resolve("usr/bin/baresip");
    Optional<Path> modules = modules(root.resolve("usr/lib"));
    if (!Files.isExecutable(program) || modules.isEmpty()) {
      return Optional.empty();
    }
    for (Path libraries : folders(root.resolve("usr/lib"), "*-linux-gnu*")) {
      for (Path loader : folders(libraries, "ld-linux*.so.*")) {
        String path = libraries + File.pathSeparator + root.resolve("usr/lib");
        return Optional.of(
            new BaresipProgram(
                List.of(loader.toString(), "--library-path", path, program.toString()),
                modules.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> modules(Path lib) throws IOException {
    List<Path> places = new ArrayList<>();
    places.add(lib);
    places.addAll(folders(lib, "*-linux-gnu*"));
    return places.stream()
        .map(place -> place.resolve("baresip/modules"))
        .filter(place -> MODULES.stream().allMatch(name -> Files.isReadable(place.resolve(name))))
        .findFirst();
  }

  /** Before 1.1 what is heard cannot be written to a file. */
  private static boolean playsFiles(Path program) throws IOException {
    Process help =
        new ProcessBuilder(program.toString(), "-h")
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .start();
    try {
      help.onExit().completeOnTimeout(help, VERSION_LIMIT_SECONDS, TimeUnit.SECONDS).join();
      if (help.isAlive()) {
        return false;
      }
      String said = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher version = VERSION.matcher(said);
      return version.find()
          && (Integer.parseInt(version.group(1)) > 1 || Integer.parseInt(version.group(2)) > 0);
    } finally {
      help.destroyForcibly();
    }
  }

  private static List<Path> folders(Path parent, String pattern) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(parent, pattern)) {
      children.forEach(found::add);
    }
    return found.stream().sorted().toList();
  }
}
