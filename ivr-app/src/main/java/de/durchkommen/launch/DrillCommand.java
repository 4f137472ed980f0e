package de.durchkommen.launch;

import de.durchkommen.launch.drill.Drill;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets one part of a cluster after the other fail. */
@Command(
    name = "drill",
    description =
        "Übt den Ernstfall: startet einen Verbund aus Containern (docker/build macht die Abbilder),"
            + " lässt Leute anrufen, warten und buchen, und dabei einen Teil nach dem anderen"
            + " ausfallen. Zählt verlorene Anrufe und Plätze, doppelte Buchungen und falsche"
            + " Absagen. Braucht root und Docker mit Compose. Dauert etwa 20 Minuten. Ende mit 0:"
            + " nichts ging verloren außer Anrufen auf einem toten Asterisk.")
final class DrillCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "AUSFALL",
      arity = "0..*",
      description = "Nur diese; ohne Angabe alle, in ihrer Reihenfolge.")
  private @Nullable List<String> faults;

  @Option(names = "--list", description = "Zeigt, was ausfallen kann.")
  private boolean list;

  @Option(names = "--keep", description = "Der Verbund läuft danach weiter.")
  private boolean keep;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (list) {
      Drill.words().forEach(spec.commandLine().getOut()::println);
      return 0;
    }
    List<String> wanted = faults == null ? Drill.words() : List.copyOf(faults);
    for (String word : wanted) {
      if (!Drill.words().contains(word)) {
        throw new ParameterException(
            spec.commandLine(), "Es gibt keinen Ausfall " + word + ". Bekannt: " + Drill.words());
      }
    }
    Settings settings = Settings.read();
    Home home = settings.home().made();
    Toolbox tools = new ToolSupply(home, spec.commandLine().getOut()).complete();
    Folders.delete(home.path().resolve("drill"));
    Drill.Parts parts =
        new Drill.Parts(
            settings.project().resolve("docker"),
            home.root(),
            tools.required("sipp"),
            home.path().resolve("drill"),
            settings.project().resolve("ivr-app/target/drill.md"));
    return new Drill(parts, spec.commandLine().getOut()).run(wanted, keep) ? 0 : 1;
  }
}
