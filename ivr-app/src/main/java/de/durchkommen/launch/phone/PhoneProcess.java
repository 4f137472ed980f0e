package de.durchkommen.launch.phone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The running baresip. What it prints tells which keys were pressed, so little of it is kept. */
final class PhoneProcess implements AutoCloseable {
  private static final int KEPT_LINES = 20;
  private static final Duration QUIT_LIMIT = Duration.ofSeconds(2);

  private final Process process;
  private final ArrayDeque<String> kept = new ArrayDeque<>();

  PhoneProcess(BaresipProgram program, Path folder, Duration lifetime) throws IOException {
    List<String> command = new ArrayList<>(program.command());
    command.addAll(List.of("-f", folder.toString()));
    // So that it is not left behind even if this program is killed.
    command.addAll(List.of("-t", String.valueOf(lifetime.toSeconds())));
    process =
        new ProcessBuilder(Realtime.orUsual(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .start();
    Thread.ofVirtual().name("phone-output").start(this::drain);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String lastWords() {
    synchronized (kept) {
      return String.join(" | ", kept);
    }
  }

  /** Ends it at once, so that it cannot tell anybody. */
  void killed() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    process
        .onExit()
        .completeOnTimeout(process, QUIT_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    killed();
  }

  private void drain() {
    try (var output = process.inputReader()) {
      for (String said = output.readLine(); said != null; said = output.readLine()) {
        if (!said.contains("DTMF")) {
          keep(said);
        }
      }
    } catch (IOException closed) {
      keep(String.valueOf(closed.getMessage()));
    }
  }

  private void keep(String said) {
    synchronized (kept) {
      kept.add(said);
      if (kept.size() > KEPT_LINES) {
        kept.remove();
      }
    }
  }
}
