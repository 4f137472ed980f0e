package de.durchkommen.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/**
 * A process that the launcher started, kept in a file so that a later launcher finds it, and never
 * takes another one for it: with its number stands the moment of its start, in clock ticks of the
 * kernel since that boot (proc(5), field 22), which setting the clock does not change.
 */
record ProcessRecord(long pid, String start) {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int START_FIELD = 19;

  /** A process that runs now. */
  static Optional<ProcessRecord> of(long pid) throws IOException {
    return start(pid).map(start -> new ProcessRecord(pid, start));
  }

  /** What the file tells; empty when there is none or it is damaged. */
  static Optional<ProcessRecord> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String[] words = Files.readString(file).strip().split(" ", 2);
    boolean whole = words.length == 2 && words[0].matches("[0-9]{1,18}");
    return whole
        ? Optional.of(new ProcessRecord(Long.parseLong(words[0]), words[1]))
        : Optional.empty();
  }

  void write(Path file) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, pid + " " + start + "\n");
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Whether this very process still runs. A reused number does not count, nor a dead one unburied.
   */
  boolean isRunning() throws IOException {
    return start(pid).filter(start::equals).isPresent();
  }

  /** Asks it to end, waits, and ends it by force after the limit. Does nothing when it is gone. */
  void stop(Duration limit) throws IOException, InterruptedException {
    signal(false);
    if (!waitedForEnd(limit)) {
      signal(true);
      waitedForEnd(limit);
    }
  }

  /** Whether it ended within the limit. */
  boolean waitedForEnd(Duration limit) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (isRunning() && System.nanoTime() < deadline) {
      Thread.sleep(POLL);
    }
    return !isRunning();
  }

  private void signal(boolean force) throws IOException {
    if (!isRunning()) {
      return;
    }
    ProcessHandle.of(pid)
        .ifPresent(process -> {
          if (force) {
            process.destroyForcibly();
          } else {
            process.destroy();
          }
        });
  }

  private static Optional<String> start(long pid) throws IOException {
    Path stat = Path.of("/proc", String.valueOf(pid), "stat");
    try {
      String line = new String(Files.readAllBytes(stat), StandardCharsets.ISO_8859_1);
      // The name in brackets may hold blanks and brackets itself.
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      return fields[0].equals("Z")
          ? Optional.empty()
          : Optional.of(boot() + " " + fields[START_FIELD]);
    } catch (IOException e) {
      if (Files.exists(stat)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static String boot() throws IOException {
    return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
  }
}
