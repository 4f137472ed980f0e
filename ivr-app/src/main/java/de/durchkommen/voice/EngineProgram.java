package de.durchkommen.voice;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A speech program: started without a shell, with a time limit.
 *
 * <p>The text goes to its standard input, never to its command line: there it could be taken for an
 * option, other users of the machine could read it, and letters beyond ASCII arrive as "?" when the
 * JVM runs in the C locale.
 */
final class EngineProgram {
  /** A sentence takes some 50 ms; a longer wait than this is silence on the line. */
  static final Duration TIME_LIMIT = Duration.ofSeconds(4);

  /** How much of a program's complaints goes into a message. */
  private static final int MAX_COMPLAINT_BYTES = 500;

  private static final Pattern SEARCH_PATH = Pattern.compile(Pattern.quote(File.pathSeparator));

  private static final int BUFFER_BYTES = 4_096;

  private final List<String> command;
  private final Duration timeLimit;

  EngineProgram(List<String> command) {
    this(command, TIME_LIMIT);
  }

  EngineProgram(List<String> command, Duration timeLimit) {
    if (command.isEmpty()) {
      throw new IllegalArgumentException("A speech program needs a command");
    }
    this.command = List.copyOf(command);
    this.timeLimit = timeLimit;
  }

  /** Why it cannot be started, in German for an operator; empty when it is where it should be. */
  Optional<String> missing() {
    return place().isPresent()
        ? Optional.empty()
        : Optional.of("das Programm " + command.getFirst() + " fehlt");
  }

  /** Where it is; empty when it is not there. */
  Optional<Path> place() {
    String first = command.getFirst();
    Stream<Path> places =
        first.contains(File.separator)
            ? Stream.of(Path.of(first))
            : SEARCH_PATH
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .map(folder -> Path.of(folder, first));
    return places.filter(Files::isExecutable).findFirst();
  }

  /**
   * Runs the program to its end.
   *
   * @param text for its standard input, as UTF-8 with a line end
   * @throws EngineFailure if it is missing, complains with its exit code, or takes too long
   */
  void run(List<String> arguments, String text) throws EngineFailure {
    Process process = started(arguments);
    try {
      Thread feeder = Thread.startVirtualThread(() -> feed(process, text));
      var complaint = new AtomicReference<>("");
      Thread drain = Thread.startVirtualThread(() -> complaint.set(drained(process)));
      if (!process.waitFor(timeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new EngineFailure("%s took longer than %s".formatted(name(), timeLimit));
      }
      feeder.join(timeLimit);
      drain.join(timeLimit);
      if (process.exitValue() != 0) {
        throw new EngineFailure(
            "%s ended with %d: %s".formatted(name(), process.exitValue(), complaint.get()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineFailure(name() + " was interrupted", e);
    } finally {
      end(process);
    }
  }

  /** Ends what still runs. Looking for children reads all of the machine's processes: rarely. */
  private static void end(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process started(List<String> arguments) throws EngineFailure {
    List<String> words = new ArrayList<>(command);
    words.addAll(arguments);
    try {
      return new ProcessBuilder(words).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new EngineFailure(name() + " cannot be started", e);
    }
  }

  private static void feed(Process process, String text) {
    try (OutputStream input = process.getOutputStream()) {
      input.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException ended) {
      // The program ended without reading: its exit code or its missing sound tells. To end it here
      // would close what it says before that is read.
    }
  }

  /** Reads all that the program says, so that it never blocks on it, and keeps the beginning. */
  private static String drained(Process process) {
    var kept = new StringBuilder();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream output = process.getInputStream()) {
      for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
        int room = Math.min(count, MAX_COMPLAINT_BYTES - kept.length());
        kept.append(new String(buffer, 0, Math.max(0, room), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      kept.append(" (").append(e.getMessage()).append(')');
    }
    return kept.toString().strip();
  }

  private String name() {
    return command.getLast();
  }
}
