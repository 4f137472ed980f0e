package de.durchkommen.launch;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the hotline. */
@Command(
    name = "up",
    description =
        "Startet die Hotline: holt, was fehlt, startet Datenbank, Anwendung und Asterisk und meldet"
            + " »bereit«, wenn ein Anruf angenommen wird. Bleibt stehen; Strg-C hält alles an.")
final class UpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--detach",
      description = "Läuft im Hintergrund weiter; kehrt zurück, sobald die Hotline bereit ist.")
  private boolean detach;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var hotline = new Hotline(Settings.read());
    hotline.home().made();
    var out = spec.commandLine().getOut();
    return detach ? new Background(hotline, out).start() : new Foreground(hotline, out).run();
  }
}
