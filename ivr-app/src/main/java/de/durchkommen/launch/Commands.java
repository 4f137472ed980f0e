package de.durchkommen.launch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Other programs that run to their end. Words are handed over as they are, no shell reads them. */
final class Commands {
  private static final int SHOWN_CHARACTERS = 2_000;

  /** What came of it. */
  record Result(int exitCode, String output) {
    boolean failed() {
      return exitCode != 0;
    }

    /** The end of what it wrote, for a message. */
    String tail() {
      return output.substring(Math.max(0, output.length() - SHOWN_CHARACTERS)).strip();
    }
  }

  private Commands() {}

  static Result run(Duration limit, List<String> command) throws IOException, InterruptedException {
    return run(limit, command, Map.of());
  }

  static Result run(Duration limit, List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("durchkommen", ".out");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        return new Result(-1, text(output) + "\nNach " + limit.toSeconds() + " s abgebrochen.");
      }
      return new Result(process.exitValue(), text(output));
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
