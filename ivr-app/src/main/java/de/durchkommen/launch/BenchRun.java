package de.durchkommen.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A measurement's program, in a process of its own: what is measured is not the launcher. */
final class BenchRun {
  private final Path project;
  private final String main;
  private final List<String> options;

  /**
   * A program that is not started yet.
   *
   * @param main its class
   * @param options of the JVM
   */
  BenchRun(Path project, String main, List<String> options) {
    this.project = project;
    this.main = main;
    this.options = List.copyOf(options);
  }

  /** Runs it to its end and returns its exit code. */
  int run(List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command(arguments))
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      return process.waitFor();
    } finally {
      process.destroy();
    }
  }

  private List<String> command(List<String> arguments) {
    Path target = project.resolve("ivr-app/target");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(options);
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Djava.util.logging.config.file=/dev/null");
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator,
            target.resolve("classes").toString(),
            target.resolve("bench-lib") + "/*"));
    command.add(main);
    command.addAll(arguments);
    return command;
  }
}
