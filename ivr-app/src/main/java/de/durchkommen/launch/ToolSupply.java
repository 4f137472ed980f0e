package de.durchkommen.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gets the programs that are missing: from the distribution, else from a root made of packages. */
final class ToolSupply {
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final String ROOT_USER = "root";

  private final Home home;
  private final PrintWriter out;

  ToolSupply(Home home, PrintWriter out) {
    this.home = home;
    this.out = out;
  }

  /** Gets what is missing; one process at a time, others wait for it. */
  Toolbox complete() throws IOException, InterruptedException {
    try (Lock _ = Lock.waitedFor(home.tools().resolve("tools.lock"))) {
      Toolbox box = new Toolbox(home);
      ForkyRoot root = new ForkyRoot(home.root());
      if (box.missing().isEmpty() && isUsable(root)) {
        return box;
      }
      if (box.missing().contains("asterisk")) {
        installFromDistribution();
      }
      if (!box.missing().isEmpty() || !isUsable(root)) {
        makeRoot(root, box.missing());
      }
      return box;
    }
  }

  /** Gets a browser for the tests of web pages, where the machine has none of these. */
  void browser() throws IOException, InterruptedException {
    try (Lock _ = Lock.waitedFor(home.tools().resolve("tools.lock"))) {
      Toolbox box = new Toolbox(home);
      if (Toolbox.BROWSERS.stream().allMatch(name -> box.program(name).isEmpty())) {
        install(Toolbox.BROWSERS.getFirst());
      }
    }
  }

  /** No root at all is fine, when the machine has everything. */
  private boolean isUsable(ForkyRoot root) throws IOException {
    return !Files.exists(home.root()) || root.isWhole();
  }

  private void makeRoot(ForkyRoot root, List<String> missing)
      throws IOException, InterruptedException {
    Optional<String> mirror = AptSources.mirror(Path.of("/etc/apt"));
    if (mirror.isEmpty()) {
      throw new LaunchFailure(
          LaunchFailure.FAILED,
          "Es fehlen: "
              + String.join(", ", missing)
              + ". In /etc/apt steht kein Debian-Spiegel,"
              + " von dem sie sich holen ließen; bitte selbst einrichten.");
    }
    install("mmdebstrap");
    out.println("• Programme aus Debians Paketen holen (etwa eine Minute, 800 MB) …");
    out.flush();
    root.make(mirror.get());
  }

  private void installFromDistribution() throws IOException, InterruptedException {
    if (new Toolbox(home.root(), "/usr/bin").program("apt-cache").isEmpty()) {
      return;
    }
    String policy = Commands.run(LIMIT, List.of("apt-cache", "policy", "asterisk")).output();
    boolean recent = PackageVersion.ofCandidate(policy).orElse(0) >= Toolbox.OLDEST_ASTERISK;
    if (recent && isRoot()) {
      install("asterisk");
      stopInstalledService();
    }
  }

  /** The package starts an Asterisk of its own, which would take the port. */
  private void stopInstalledService() throws IOException, InterruptedException {
    if (Files.isDirectory(Path.of("/run/systemd/system"))) {
      Commands.run(LIMIT, List.of("systemctl", "disable", "--now", "asterisk"));
    }
  }

  private void install(String program) throws IOException, InterruptedException {
    if (new Toolbox(home).program(program).isPresent()) {
      return;
    }
    List<String> command = new ArrayList<>(List.of("apt-get", "install", "-y"));
    command.addAll(List.of("--no-install-recommends", program));
    if (!isRoot()) {
      throw new LaunchFailure(
          LaunchFailure.FAILED,
          "Es fehlt " + program + ". Bitte einmal ausführen: sudo " + String.join(" ", command));
    }
    out.println("• Paket " + program + " einrichten …");
    out.flush();
    Commands.run(LIMIT, List.of("apt-get", "update"));
    command.addFirst("DEBIAN_FRONTEND=noninteractive");
    command.addFirst("env");
    Commands.Result result = Commands.run(LIMIT, command);
    if (result.failed()) {
      throw new LaunchFailure(
          LaunchFailure.FAILED, "Paket " + program + " ging nicht:\n" + result.tail());
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name", "").equals(ROOT_USER);
  }
}
