package de.durchkommen.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Three FastAGI servers with the same short dialogue: ours, asterisk-java's as it comes, and one
 * from npm. Each in a process of its own with the same memory, called by the same {@link Callers},
 * in turns, because the machine is shared and not always as fast.
 */
final class FastAgiPeers implements AutoCloseable {
  private static final Duration NPM_LIMIT = Duration.ofMinutes(2);
  private static final List<String> JAVA = List.of("-Xmx512m", "-XX:+UseParallelGC");

  private final Wiring wiring;
  private final PrintStream progress;
  private final Map<Peer, Running> servers = new EnumMap<>(Peer.class);

  /** Who is measured. */
  enum Peer {
    OURS("Durchkommen"),
    STOCK("asterisk-java, DefaultAgiServer"),
    NPM("ding-dong 0.1.7 (npm)");

    private final String title;

    Peer(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /** A server, its port, and what was measured so far. */
  private record Running(Program program, int port) {}

  /**
   * One measurement.
   *
   * @param cpuMillis processor time of the server for each dialogue that went through
   */
  record Measured(double perSecond, long failed, double cpuMillis) {}

  FastAgiPeers(Wiring wiring, PrintStream progress) {
    this.wiring = wiring;
    this.progress = progress;
  }

  /** Starts those that there are. */
  void start() throws IOException, InterruptedException {
    started(Peer.OURS, CallServer.OURS);
    started(Peer.STOCK, CallServer.STOCK);
    if (!wiring.text("node").isEmpty()) {
      startedFromNpm();
    }
  }

  List<Peer> running() {
    return List.copyOf(servers.keySet());
  }

  private void started(Peer peer, String server) throws IOException, InterruptedException {
    int port = Program.freePort();
    List<String> words =
        List.of(CallServer.class.getName(), server, String.valueOf(port), wiring.text("prompt"));
    Program program = Program.java(wiring.path("work"), "server-" + server, JAVA, words);
    servers.put(peer, new Running(program, port));
    program.awaitPort(port);
  }

  private void startedFromNpm() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(wiring.path("work").resolve("npm"));
    for (String name : List.of("package.json", "package-lock.json", "server.js")) {
      try (InputStream in = FastAgiPeers.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IOException("Missing in the measurement: " + name);
        }
        Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    progress.println("• ding-dong wird von npm geholt …");
    List<String> install = List.of(wiring.text("npm"), "ci", "--ignore-scripts", "--no-audit");
    try (Program npm = Program.started(folder, "npm", install)) {
      npm.awaitSuccess(NPM_LIMIT);
    }
    int port = Program.freePort();
    List<String> command =
        List.of(wiring.text("node"), "server.js", String.valueOf(port), wiring.text("prompt"));
    Program program = Program.started(folder, "server-npm", command);
    servers.put(Peer.NPM, new Running(program, port));
    program.awaitPort(port);
  }

  /** Calls one of them with so many at once. */
  Measured measured(Peer peer, int atOnce, Duration delay, Duration warmUp, Duration measured)
      throws IOException {
    Running server = servers.get(peer);
    if (server == null) {
      throw new IllegalStateException(peer + " does not run");
    }
    double before = Usage.of(server.program().pid()).seconds();
    Callers.Result result = new Callers(server.port(), atOnce, delay).called(warmUp, measured);
    double used = Usage.of(server.program().pid()).seconds() - before;
    // The warm-up uses as much in each of its seconds.
    double share = result.seconds() / (result.seconds() + warmUp.toMillis() / 1e3);
    return new Measured(
        result.perSecond(), result.failed(), used * share * 1e3 / Math.max(1, result.whole()));
  }

  @Override
  public void close() {
    for (Running server : new ArrayList<>(servers.values())) {
      server.program().close();
    }
  }
}
