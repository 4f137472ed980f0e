package de.durchkommen.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder with programs out of Debian's packages, for machines whose own Debian has no Asterisk.
 *
 * <p>The packages are unpacked, not installed. The programs run through the root's own dynamic
 * loader (see {@code program.sh}), so they need no chroot, no mounts and no privileges. It is made
 * beside its place and renamed when it is whole; a mark tells what it was made of, and another
 * recipe makes it anew.
 */
final class ForkyRoot {
  private static final String SUITE = "forky";
  private static final String PACKAGES =
      "asterisk,libttspico-utils,espeak-ng,rhvoice,rhvoice-russian,rhvoice-ukrainian,rhvoice-polish,"
          + "baresip-core,sip-tester,odbc-mariadb";

  /** To be raised when the wrappers or the steps below change. */
  private static final int RECIPE = 4;

  private static final String MARK = ".durchkommen-root";
  private static final Duration LIMIT = Duration.ofMinutes(20);
  private static final Map<String, String> LOADERS =
      Map.of(
          "amd64", "usr/lib/x86_64-linux-gnu ld-linux-x86-64.so.2",
          "aarch64", "usr/lib/aarch64-linux-gnu ld-linux-aarch64.so.1");
  private static final Map<String, String> WRAPPED =
      Map.of(
          "asterisk", "usr/sbin/asterisk",
          "espeak-ng", "usr/bin/espeak-ng",
          "baresip", "usr/bin/baresip",
          "sipp", "usr/bin/sipp");

  /** Those that look for their voices in {@code /usr/share}, with their options for a file. */
  private static final Map<String, List<String>> IN_THEIR_ROOT =
      Map.of(
          "pico2wave", List.of("-w", "--wave"),
          "RHVoice-test", List.of("-o", "--output"));

  /** Those that stay in memory; {@code RhvoiceResident} tells how one is spoken to. */
  private static final List<String> RESIDENT = List.of("RHVoice-service");

  private final Path root;

  ForkyRoot(Path root) {
    this.root = root;
  }

  /** The folder with one script for each program. */
  static Path programs(Path root) {
    return root.resolve("durchkommen-bin");
  }

  /** Whether it is there, whole, and made by this recipe. */
  boolean isWhole() throws IOException {
    Path mark = root.resolve(MARK);
    return Files.isRegularFile(mark) && Files.readString(mark).equals(recipe());
  }

  /** Makes it with a mirror of Debian; takes a minute and 800 MB. */
  void make(String mirror) throws IOException, InterruptedException {
    Folders.deleteSiblings(root);
    Path fresh = root.resolveSibling(root.getFileName() + ".new");
    Commands.Result result = Commands.run(LIMIT, command(fresh, mirror));
    if (result.failed()) {
      Folders.delete(fresh);
      throw new LaunchFailure(
          LaunchFailure.FAILED,
          "Die Programme ließen sich nicht aus Debians Paketen holen:\n" + result.tail());
    }
    finish(fresh);
    if (Files.exists(root)) {
      Files.move(root, root.resolveSibling(root.getFileName() + ".old"));
    }
    Files.move(fresh, root, StandardCopyOption.ATOMIC_MOVE);
    Folders.deleteSiblings(root);
  }

  private static List<String> command(Path fresh, String mirror) {
    // As root, a chroot would do as well; unpacking needs none, so both users get the same.
    return List.of(
        "mmdebstrap",
        "--quiet",
        "--variant=extract",
        "--mode=chrootless",
        "--components=main,contrib,non-free",
        "--include=" + PACKAGES,
        "--aptopt=Acquire::Check-Valid-Until \"false\"",
        SUITE,
        fresh.toString(),
        mirror);
  }

  private static void finish(Path fresh) throws IOException {
    for (String name : List.of("bin", "sbin", "lib", "lib64")) {
      if (!Files.exists(fresh.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        Files.createSymbolicLink(fresh.resolve(name), Path.of("usr", name));
      }
    }
    Files.createDirectories(fresh.resolve("tmp"));
    Files.createDirectories(programs(fresh));
    for (Map.Entry<String, String> program : WRAPPED.entrySet()) {
      writeScript(fresh, program.getKey(), "program.sh", program.getValue(), List.of("", ""));
    }
    for (Map.Entry<String, List<String>> program : IN_THEIR_ROOT.entrySet()) {
      String name = program.getKey();
      writeScript(fresh, name, "own-root.sh", "usr/bin/" + name, program.getValue());
    }
    for (String name : RESIDENT) {
      writeScript(fresh, name, "resident.sh", "usr/bin/" + name, List.of("", ""));
    }
    Files.writeString(fresh.resolve(MARK), recipe());
  }

  private static void writeScript(
      Path fresh, String name, String script, String program, List<String> fileOptions)
      throws IOException {
    if (!Files.isRegularFile(fresh.resolve(program))) {
      throw new LaunchFailure(LaunchFailure.FAILED, "In Debians Paketen fehlt " + program);
    }
    String[] loader = loader();
    Path file = programs(fresh).resolve(name);
    Files.writeString(
        file,
        Resource.template(script)
            .filled(
                Map.of(
                    "LIBRARIES",
                    loader[0],
                    "LOADER",
                    loader[1],
                    "PROGRAM",
                    program,
                    "SHORT",
                    fileOptions.getFirst(),
                    "LONG",
                    fileOptions.getLast())));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String[] loader() {
    String machine = System.getProperty("os.arch", "");
    return Optional.ofNullable(LOADERS.get(machine))
        .orElseThrow(() ->
            new LaunchFailure(
                LaunchFailure.FAILED,
                "Für Rechner der Art "
                    + machine
                    + " gibt es keine Programme: bitte Asterisk"
                    + " ab "
                    + Toolbox.OLDEST_ASTERISK
                    + " selbst einrichten."))
        .split(" ");
  }

  private static String recipe() {
    List<String> parts = new ArrayList<>();
    parts.add(SUITE);
    parts.add(PACKAGES);
    parts.add(String.valueOf(RECIPE));
    return String.join(" ", parts) + "\n";
  }
}
