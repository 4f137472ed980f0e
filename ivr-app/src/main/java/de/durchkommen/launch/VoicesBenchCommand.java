package de.durchkommen.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the engines, each beside itself at the command line. */
@Command(
    name = "voices",
    description =
        "Wie lange ein neuer Satz braucht, bis er gespielt werden kann, je Sprachmaschine; daneben"
            + " dieselbe Maschine allein von der Kommandozeile. Und wie lange ein schon gesprochener"
            + " Satz braucht. Dauert etwa eine Minute.")
final class VoicesBenchCommand implements Callable<Integer> {
  private static final String MAIN = "de.durchkommen.bench.VoicesBench";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--short", description = "Klein und kurz: nur um zu sehen, dass es läuft.")
  private boolean small;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = Settings.read();
    Home usual = settings.home();
    Toolbox tools = new ToolSupply(usual, spec.commandLine().getOut()).complete();
    Home home = new Home(usual.path().resolve("bench"), usual.tools());
    Folders.delete(home.path());
    home.made();
    Path prompts =
        settings
            .folder("durchkommen.prompts.dir")
            .orElseGet(() -> settings.project().resolve("prompts"));
    List<String> arguments = new ArrayList<>();
    arguments.add("short=" + small);
    arguments.add("work=" + home.run());
    arguments.add("prompts=" + prompts);
    new VoiceValues(settings, tools)
        .all()
        .forEach((key, value) -> arguments.add(key + "=" + value));
    return new BenchRun(settings.project(), MAIN, List.of("-Xmx256m")).run(arguments, Map.of());
  }
}
