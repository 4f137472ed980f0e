package de.durchkommen.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Callers by SIPp, on this host only.
 *
 * <p>Its statistics are read once a second from the file that it writes.
 */
final class Sipp implements AutoCloseable {
  private static final String HERE = "127.0.0.1";
  private static final Duration END_LIMIT = Duration.ofSeconds(30);

  private final Program program;
  private final Path statistics;

  private Sipp(Program program, Path statistics) {
    this.program = program;
    this.statistics = statistics;
  }

  /** How SIPp stands: calls so far, and those that go on. */
  record Count(long successful, long failed, long current) {
    /** The same for several. */
    Count plus(Count other) {
      return new Count(
          successful + other.successful, failed + other.failed, current + other.current);
    }
  }

  /** The text of a scenario that comes with this class. */
  static String scenario(String name) throws IOException {
    try (InputStream in = Sipp.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("Missing scenario: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Begins to call.
   *
   * @param name of its files in the folder
   * @param scenario what each caller does, see {@link #scenario}
   * @param options what this load adds
   */
  static Sipp calling(Wiring wiring, String name, String scenario, String... options)
      throws IOException {
    Path folder = wiring.path("work");
    Path file = Files.writeString(folder.resolve(name + ".xml"), scenario);
    Path statistics = folder.resolve(name + ".csv");
    Files.deleteIfExists(statistics);
    List<String> command = new ArrayList<>();
    command.add(wiring.text("sipp"));
    command.add(HERE + ":" + wiring.text("sip"));
    command.addAll(List.of("-sf", file.toString(), "-i", HERE, "-mi", HERE, "-nostdin"));
    command.addAll(List.of("-trace_stat", "-stf", statistics.toString(), "-fd", "1"));
    command.addAll(Arrays.asList(options));
    return new Sipp(Program.started(folder, name, command), statistics);
  }

  /** The last that it has told; nothing yet in its first second. */
  Count count() throws IOException {
    List<String> lines = Files.exists(statistics) ? Files.readAllLines(statistics) : List.of();
    if (lines.size() < 2) {
      return new Count(0, 0, 0);
    }
    List<String> names = List.of(lines.getFirst().split(";", -1));
    String[] values = lines.getLast().split(";", -1);
    return values.length < names.size()
        ? new Count(0, 0, 0)
        : new Count(
            number(names, values, "SuccessfulCall(C)"),
            number(names, values, "FailedCall(C)"),
            number(names, values, "CurrentCall"));
  }

  private static long number(List<String> names, String[] values, String name) {
    return Long.parseLong(values[names.indexOf(name)].strip());
  }

  /** Makes no more calls, and waits for those that go on. */
  void ended() throws IOException, InterruptedException {
    // The only way to ask it: see "Exiting" in SIPp's manual.
    new ProcessBuilder("kill", "-USR1", String.valueOf(program.pid()))
        .inheritIO()
        .start()
        .waitFor();
    program.awaitEnd(END_LIMIT);
  }

  @Override
  public void close() {
    program.close();
  }
}
