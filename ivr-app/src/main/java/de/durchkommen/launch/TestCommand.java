package de.durchkommen.launch;

import de.durchkommen.launch.phone.Realtime;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
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
   * So many processes test by telephone at once when sound has the processors first; else they
   * would make each other's calls stutter. A call is mostly waiting; a browser is not, and comes
   * after.
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
    int built = maven(settings, tools, List.of("package")).start().waitFor();
    if (built != 0) {
      return built;
    }
    int heard = maven(settings, tools, tests("telephone", telephones())).start().waitFor();
    int seen = maven(settings, tools, tests("web")).start().waitFor();
    return heard == 0 ? seen : heard;
  }

  private static String telephones() {
    return "-Dtelephone.forks=" + (Realtime.isPermitted() ? SIDE_BY_SIDE : 1);
  }

  /** One execution of the tests that need the package. */
  private static List<String> tests(String execution, String... more) {
    List<String> words = new ArrayList<>(List.of("-pl", "ivr-app"));
    words.addAll(List.of(more));
    words.add("failsafe:integration-test@" + execution);
    words.add("failsafe:verify@" + execution);
    return words;
  }

  private static ProcessBuilder maven(Settings settings, Toolbox tools, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(tools.required("mvn").toString());
    command.addAll(
        List.of(
            "-B",
            "-ntp",
            "-Ddurchkommen.voice.pico=pico2wave",
            "-Ddurchkommen.voice.rhvoice=RHVoice-test",
            "-Ddurchkommen.voice.espeak=espeak-ng"));
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(settings.project().toFile())
            .inheritIO()
            .redirectInput(new File("/dev/null"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // The voices and the telephone that were fetched are found where installed ones would be.
    builder.environment().put("PATH", tools.searchPath());
    builder.environment().merge("MAVEN_OPTS", QUIET, (given, quiet) -> given + " " + quiet);
    return builder;
  }
}
