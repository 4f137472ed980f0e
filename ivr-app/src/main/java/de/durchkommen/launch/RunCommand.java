package de.durchkommen.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One part alone in the foreground, as containers want it. */
@Command(
    name = "run",
    description =
        "Startet einen Teil allein, im Vordergrund, etwa in einem Container: web (die Anwendung)"
            + " oder asterisk. Wo die anderen sind, sagen die Einstellungen. Endet mit ihm.")
final class RunCommand implements Callable<Integer> {
  /** What can be run. */
  enum Which {
    /** The application. */
    WEB,
    /** Asterisk. */
    ASTERISK
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "TEIL", description = "web oder asterisk")
  private Which which = Which.WEB;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var hotline = new Hotline(Settings.read());
    hotline.home().made();
    hotline.makeSecrets();
    return switch (which) {
      case WEB -> {
        spec.commandLine().getOut().println("• Ansagen für den Störungsfall …");
        hotline.fallbackWords().make();
        yield run(hotline, hotline.web());
      }
      case ASTERISK -> run(hotline, hotline.telephony());
    };
  }

  /** What it writes is this process's output; it is asked to end when this one is. */
  private static int run(Hotline hotline, Part part) throws IOException, InterruptedException {
    part.prepare();
    List<String> command = new ArrayList<>(part.command());
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(hotline.home().path().toFile()).inheritIO();
    builder.environment().putAll(part.environment());
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, part)));
    return process.waitFor();
  }

  private static void end(Process process, Part part) {
    process.destroy();
    try {
      if (!process.waitFor(part.stopLimit().toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException hurry) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
