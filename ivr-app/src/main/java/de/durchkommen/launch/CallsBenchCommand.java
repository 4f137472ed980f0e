package de.durchkommen.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures short dialogues, with an Asterisk of its own that is there for that only. */
@Command(
    name = "calls",
    description =
        "Kurze Gespräche je Sekunde: durch ein echtes Asterisk, daneben Asterisk allein mit"
            + " denselben Ansagen und Tasten; und mit 1000 Gesprächen zugleich, daneben der Server"
            + " von asterisk-java und ding-dong von npm. Braucht root (SIPp drückt Tasten als"
            + " RTP-Pakete) und Node.js ab Version 20. Dauert einige Minuten.")
final class CallsBenchCommand implements Callable<Integer> {
  private static final String MAIN = "de.durchkommen.bench.CallsBench";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--short", description = "Klein und kurz: nur um zu sehen, dass es läuft.")
  private boolean small;

  @Option(names = "--without-npm", description = "Ohne ding-dong, wo es kein Node.js gibt.")
  private boolean withoutNpm;

  @Option(
      names = "--telephone",
      description = "Nur durch Asterisk, ohne den Vergleich an Sockets: die Hälfte der Zeit.")
  private boolean telephoneOnly;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = Settings.read();
    Home usual = settings.home();
    Home home = new Home(usual.path().resolve("bench"), usual.tools());
    Toolbox tools = new ToolSupply(usual, spec.commandLine().getOut()).complete();
    String node = withoutNpm ? "" : npmProgram(tools, "node");
    String npm = withoutNpm ? "" : npmProgram(tools, "npm");
    Folders.delete(home.path());
    home.made();
    BenchTelephony telephony = new BenchTelephony(settings, home, tools);
    try (BenchParts parts = new BenchParts(home)) {
      long asterisk = parts.started(telephony.made());
      Path prompt = telephony.sounds().resolve("prompt");
      List<String> arguments =
          List.of(
              "short=" + small,
              "telephone-only=" + telephoneOnly,
              "work=" + home.run(),
              "sip=" + telephony.sipPort(),
              "agi=" + telephony.agiPort(),
              "asterisk=" + asterisk,
              "sipp=" + tools.required("sipp"),
              "sipp-port=" + BenchTelephony.freeDatagramPort(),
              "media-port=" + BenchTelephony.freeDatagramPort(),
              "prompt=" + prompt,
              "node=" + node,
              "npm=" + npm);
      return new BenchRun(settings.project(), MAIN, List.of("-Xmx512m")).run(arguments, Map.of());
    }
  }

  private static String npmProgram(Toolbox tools, String name) {
    return tools
        .program(name)
        .orElseThrow(() ->
            new LaunchFailure(
                LaunchFailure.WRONG_USE,
                "Es fehlt "
                    + name
                    + ". Bitte Node.js ab Version 20 mit npm einrichten, oder mit"
                    + " --without-npm ohne diesen Vergleich messen."))
        .toString();
  }
}
