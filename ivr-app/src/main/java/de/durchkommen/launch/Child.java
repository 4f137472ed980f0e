package de.durchkommen.launch;

import de.durchkommen.launch.phone.Realtime;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The process of a part, started by this launcher or by one before it. */
final class Child {
  private static final Duration FIRST = Duration.ofSeconds(3);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Part part;
  private final Home home;
  private @Nullable Process process;
  private boolean preferred;

  Child(Part part, Home home) {
    this.part = part;
    this.home = home;
  }

  Part part() {
    return part;
  }

  BoundedLog log() {
    return new BoundedLog(home.log().resolve(part.id() + ".log"));
  }

  /**
   * Starts it in a session of its own, so that Ctrl-C in the terminal reaches the launcher only.
   */
  void start() throws IOException, InterruptedException {
    part.prepare();
    List<String> command = new ArrayList<>(part.command());
    command.addFirst("setsid");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.path().toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().file().toFile()));
    builder.environment().putAll(part.environment());
    Process started = builder.start();
    process = started;
    preferred = false;
    Optional<ProcessRecord> record = ProcessRecord.of(started.pid());
    if (record.isPresent()) {
      record.get().write(recordFile());
    }
  }

  /** Waits until it does its work; fails with the end of its log. */
  void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + part.startLimit().toNanos();
    while (!part.isReady()) {
      if (!isAlive()) {
        throw failure("ist beim Start abgebrochen");
      }
      if (System.nanoTime() > deadline) {
        throw failure("ist nach " + part.startLimit().toSeconds() + " s noch nicht bereit");
      }
      Thread.sleep(POLL);
    }
  }

  /**
   * Has it go before other programs, if it is to; once for each start, and not in its first
   * moments: Asterisk itself goes back to usual scheduling then.
   *
   * @return false when the system does not permit it
   */
  boolean preferIfDue() {
    Process running = process;
    if (preferred || !part.isRealtime() || running == null || age(running).compareTo(FIRST) < 0) {
      return true;
    }
    preferred = true;
    return Realtime.raised(running.pid());
  }

  private static Duration age(Process running) {
    return running
        .info()
        .startInstant()
        .map(start -> Duration.between(start, Instant.now()))
        .orElse(Duration.ZERO);
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Ends it, whoever started it, and forgets it. */
  void stop() throws IOException, InterruptedException {
    Optional<ProcessRecord> record = record();
    if (record.isPresent()) {
      record.get().stop(part.stopLimit());
    }
    Files.deleteIfExists(recordFile());
  }

  /** The process that is on record, dead or alive. */
  Optional<ProcessRecord> record() throws IOException {
    return ProcessRecord.read(recordFile());
  }

  private Path recordFile() {
    return home.run().resolve(part.id() + ".pid");
  }

  private LaunchFailure failure(String what) throws IOException {
    return new LaunchFailure(
        LaunchFailure.FAILED,
        part.name() + " " + what + ". Aus " + log().file() + ":\n" + log().tail());
  }
}
