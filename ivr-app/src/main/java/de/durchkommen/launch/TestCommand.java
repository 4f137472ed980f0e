package de.durchkommen.launch;

import de.durchkommen.launch.phone.Realtime;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
   * So many processes test by telephone, and one more in the browser, when sound has the processors
   * first; else they would make each other's calls stutter.
   */
  private static final int SIDE_BY_SIDE = 3;

  private static final String WEB_LOG = "ivr-app/target/web-tests.log";

  /** Calls beside a browser have the processors first. */
  private static final List<String> POLITELY = List.of("nice", "-n", "10");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = Settings.read();
    Home home = settings.home().made();
    ToolSupply supply = new ToolSupply(home, spec.commandLine().getOut());
    Toolbox tools = supply.complete();
    supply.browser();
    int built = shown(maven(settings, tools, List.of(), List.of("package"))).start().waitFor();
    if (built != 0) {
      return built;
    }
    ProcessBuilder telephone =
        shown(maven(settings, tools, List.of(), tests("telephone", telephones())));
    Path log = settings.project().resolve(WEB_LOG);
    ProcessBuilder web = maven(settings, tools, POLITELY, tests("web"));
    return Realtime.isPermitted() ? beside(telephone, web, log) : after(telephone, shown(web));
  }

  /** What was said in the browser's tests is told at the end: the lines of two would mix. */
  private int beside(ProcessBuilder telephone, ProcessBuilder web, Path log)
      throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    out.println("• Im Browser wird nebenher geprüft; was dabei gesagt wird: " + WEB_LOG);
    out.flush();
    Process browsing = web.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      int heard = telephone.start().waitFor();
      int seen = browsing.waitFor();
      // Whatever is in it: requests that are no text are part of the tests.
      out.print(new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
      out.flush();
      return heard == 0 ? seen : heard;
    } finally {
      browsing.descendants().forEach(ProcessHandle::destroy);
      browsing.destroy();
    }
  }

  private static int after(ProcessBuilder telephone, ProcessBuilder web)
      throws IOException, InterruptedException {
    int heard = telephone.start().waitFor();
    int seen = web.start().waitFor();
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

  private static ProcessBuilder shown(ProcessBuilder builder) {
    return builder
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private static ProcessBuilder maven(
      Settings settings, Toolbox tools, List<String> before, List<String> words) {
    List<String> command = new ArrayList<>(before);
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
            .redirectInput(new File("/dev/null"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // The voices and the telephone that were fetched are found where installed ones would be.
    builder.environment().put("PATH", tools.searchPath());
    builder.environment().merge("MAVEN_OPTS", QUIET, (given, quiet) -> given + " " + quiet);
    return builder;
  }
}
