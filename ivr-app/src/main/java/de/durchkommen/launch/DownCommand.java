package de.durchkommen.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops what {@code up} started, and nothing else. */
@Command(name = "down", description = "Hält an, was »up« gestartet hat, und nichts anderes.")
final class DownCommand implements Callable<Integer> {
  /** The sum of what the parts may take to end. */
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var files = new RunFiles(Settings.read().home());
    PrintWriter out = spec.commandLine().getOut();
    Optional<ProcessRecord> launcher = files.runningLauncher();
    if (launcher.isPresent()) {
      out.println("• Durchkommen wird angehalten …");
      out.flush();
      launcher.get().stop(LIMIT);
    }
    int leftOvers = files.stopLeftOvers();
    files.forget();
    out.println(
        launcher.isPresent() || leftOvers > 0
            ? "angehalten"
            : "Es läuft nichts, was anzuhalten wäre.");
    return 0;
  }
}
