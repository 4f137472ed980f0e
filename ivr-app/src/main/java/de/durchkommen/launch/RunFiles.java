package de.durchkommen.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the folder {@code run} tells about a launcher that is at work, or was. */
record RunFiles(Home home) {
  /** The parts that a launcher may have left, in the order in which they are stopped. */
  private static final List<String> PARTS = List.of("asterisk", "payara", "mariadb");

  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  /** Held as long as a launcher starts or supervises. */
  Path lock() {
    return home.run().resolve("launcher.lock");
  }

  Path launcher() {
    return home.run().resolve("launcher.pid");
  }

  Path ready() {
    return home.run().resolve("ready");
  }

  /** The launcher that runs now. */
  Optional<ProcessRecord> runningLauncher() throws IOException {
    Optional<ProcessRecord> record = ProcessRecord.read(launcher());
    return record.isPresent() && record.get().isRunning() ? record : Optional.empty();
  }

  /** Whether that launcher said that a call can be taken. */
  boolean isReady() throws IOException {
    Optional<ProcessRecord> launcher = runningLauncher();
    return launcher.isPresent() && launcher.equals(ProcessRecord.read(ready()));
  }

  /** Stops parts whose launcher was killed; tells how many there were. */
  int stopLeftOvers() throws IOException, InterruptedException {
    int stopped = 0;
    for (String part : PARTS) {
      Path file = home.run().resolve(part + ".pid");
      Optional<ProcessRecord> record = ProcessRecord.read(file);
      if (record.isPresent() && record.get().isRunning()) {
        record.get().stop(STOP_LIMIT);
        stopped++;
      }
      Files.deleteIfExists(file);
    }
    return stopped;
  }

  void forget() throws IOException {
    Files.deleteIfExists(ready());
    Files.deleteIfExists(launcher());
  }
}
