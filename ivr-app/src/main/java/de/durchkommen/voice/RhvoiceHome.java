package de.durchkommen.voice;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where RHVoice is: on the machine, or in a root of its own, which the program sees as {@code /}.
 *
 * @param programs the folder of its programs
 * @param base what has {@code share} or {@code usr/share} in it
 */
record RhvoiceHome(Path programs, Path base) {
  private static final String PROGRAM = "RHVoice-test";
  private static final String RESIDENT = "RHVoice-service";
  private static final Path VOICES = Path.of("share/RHVoice/voices");
  private static final Path USR = Path.of("usr");

  /** By the program; empty when that one is started by another one and cannot be told. */
  static Optional<RhvoiceHome> of(EngineProgram program) {
    return program
        .place()
        .filter(place -> place.endsWith(PROGRAM))
        .map(place -> place.toAbsolutePath().resolve("..").normalize())
        .map(programs -> new RhvoiceHome(programs, programs.resolve("..").normalize()));
  }

  /** Whether it has a voice; true when nobody can tell. */
  boolean mayHave(String voice) {
    String name = voice.toLowerCase(Locale.ROOT);
    List<Path> folders =
        Stream.of(base.resolve(VOICES), voicesOfRoot()).filter(Files::isDirectory).toList();
    return folders.isEmpty() || folders.stream().anyMatch(f -> Files.exists(f.resolve(name)));
  }

  private Path voicesOfRoot() {
    return base.resolve(USR).resolve(VOICES);
  }

  private boolean isRoot() {
    return Files.isDirectory(voicesOfRoot());
  }

  /** The program that stays in memory; empty when it is not there. */
  Optional<Path> resident() {
    return Optional.of(programs.resolve(RESIDENT)).filter(Files::isExecutable);
  }

  /** A folder for sockets that the programs can see, too. */
  Path scratch() {
    return isRoot() ? base.resolve("tmp") : Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
  }

  /** A path as the programs see it. */
  String seen(Path file) {
    return isRoot() ? "/" + base.relativize(file) : file.toString();
  }
}
