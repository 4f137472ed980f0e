package de.durchkommen.launch;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts a launcher that goes on without this one, and shows what it says until it is ready. */
final class Background {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final List<String> PROPERTIES =
      List.of(
          "durchkommen.project", "slf4j.internal.verbosity", "stdout.encoding", "stderr.encoding");

  private final Hotline hotline;
  private final RunFiles files;
  private final PrintWriter out;

  Background(Hotline hotline, PrintWriter out) {
    this.hotline = hotline;
    this.files = new RunFiles(hotline.home());
    this.out = out;
  }

  int start() throws IOException, InterruptedException {
    Optional<Lock> lock = Lock.taken(files.lock());
    if (lock.isEmpty()) {
      return Greeting.ofRunning(hotline, files, out);
    }
    lock.get().close();
    BoundedLog log = new BoundedLog(hotline.home().log().resolve("launcher.log"));
    log.trim();
    long shown = Files.exists(log.file()) ? Files.size(log.file()) : 0;
    Process launcher = launched(log.file());
    return followed(launcher, log, shown);
  }

  private Process launched(Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add("setsid");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String property : PROPERTIES) {
      String value = System.getProperty(property);
      if (value != null) {
        command.add("-D" + property + "=" + value);
      }
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Launcher.class.getName());
    command.add("up");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectInput(new File("/dev/null"))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** Every step of the launcher has a limit, so this ends. */
  private int followed(Process launcher, BoundedLog log, long start)
      throws IOException, InterruptedException {
    long shown = start;
    while (true) {
      boolean ended = !launcher.isAlive();
      boolean ready = files.isReady();
      String text = log.textFrom(shown);
      out.print(text);
      out.flush();
      shown = Files.size(log.file());
      if (ended) {
        return Math.max(LaunchFailure.FAILED, launcher.exitValue());
      }
      if (ready) {
        return 0;
      }
      Thread.sleep(POLL);
    }
  }
}
