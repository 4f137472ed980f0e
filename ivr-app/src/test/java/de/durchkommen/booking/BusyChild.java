package de.durchkommen.booking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The process of a {@link BusyProgram}, and what its lines say. */
final class BusyChild implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(20);

  /** So many lines of its last ones tell what it was at. */
  private static final int TAIL = 60;

  private final Process process;
  private final Path lines;
  private final Path output;
  private final Instant begun = Instant.now();
  private final Instant start;

  /**
   * Starts one.
   *
   * @param folder for its files
   * @param start what its clock says when it begins
   */
  BusyChild(Path folder, String address, Instant start, long seed) throws IOException {
    this.start = start;
    this.lines = Files.createTempFile(folder, "told", ".txt");
    this.output = Files.createTempFile(folder, "output", ".txt");
    this.process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BusyProgram.class.getName(),
                address,
                lines.toString(),
                start.toString(),
                Long.toString(seed))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** The time by its clock; 0.1 s more than exactly, as it began a little later. */
  Instant now() {
    return start.plus(Duration.between(begun, Instant.now()));
  }

  ToldLines.Story story() {
    try {
      return ToldLines.read(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has told so many more things than it has until now. */
  void awaitTold(int more) throws InterruptedException {
    int before = story().count("told");
    await(story -> story.count("told") >= before + more, "too little is told");
  }

  /** Nothing is asked of the database from now on, and whatever was asked was answered. */
  void pause() throws IOException, InterruptedException {
    int before = story().count(ToldLines.PAUSED);
    order("pause");
    await(story -> story.count(ToldLines.PAUSED) > before, "it does not pause");
  }

  void goOn() throws IOException {
    order("go");
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private void order(String word) throws IOException {
    process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  private void await(Predicate<ToldLines.Story> what, String otherwise)
      throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!what.test(story())) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        throw new AssertionError(otherwise + ": " + story().counts() + story().wrong() + tail());
      }
      Thread.sleep(POLL);
    }
  }

  private List<String> tail() {
    try {
      List<String> all = Files.readAllLines(output);
      return all.subList(Math.max(0, all.size() - TAIL), all.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
