package de.durchkommen.launch;

import de.durchkommen.launch.phone.Realtime;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs every check. */
@Command(
    name = "test",
    description = "Alle Prüfungen des Projekts, am Telefon und im Browser; holt, was fehlt.")
final class TestCommand implements Callable<Integer> {
  /** Maven's own libraries make the JVM warn about things that are not the reader's concern. */
  private static final String QUIET = "--sun-misc-unsafe-memory-access=allow";

  /**
   * So many processes test by telephone, when sound has the processors first; else they would make
   * each other's calls stutter.
   */
  private static final int SIDE_BY_SIDE = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = Settings.read();
    Home home = settings.home().made();
    ToolSupply supply = new ToolSupply(home, spec.commandLine().getOut());
    Toolbox tools = supply.complete();
    supply.browser();
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    tools.required("mvn").toString(),
                    "-B",
                    "-ntp",
                    "-Ddurchkommen.voice.pico=pico2wave",
                    "-Ddurchkommen.voice.rhvoice=RHVoice-test",
                    "-Ddurchkommen.voice.espeak=espeak-ng",
                    "-Dtelephone.forks=" + (Realtime.isPermitted() ? SIDE_BY_SIDE : 1),
                    "verify"))
            .directory(settings.project().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // The voices and the telephone that were fetched are found where installed ones would be.
    builder.environment().put("PATH", tools.searchPath());
    builder.environment().merge("MAVEN_OPTS", QUIET, (given, quiet) -> given + " " + quiet);
    return builder.start().waitFor();
  }
}
