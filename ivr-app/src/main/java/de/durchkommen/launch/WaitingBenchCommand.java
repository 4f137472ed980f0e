package de.durchkommen.launch;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures callers who wait, with an Asterisk and a database that are there for that only. */
@Command(
    name = "waiting",
    description =
        "Wartende Anrufer zugleich, bis der Ton stockt: in diesem Warteraum, daneben in Asterisks"
            + " eigener Warteschlange; Rechenzeit und Speicher je Anrufer; und 10.000 Anrufer nur"
            + " an Sockets. Dauert einige Minuten.")
final class WaitingBenchCommand implements Callable<Integer> {
  private static final String MAIN = "de.durchkommen.bench.WaitingBench";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--short", description = "Klein und kurz: nur um zu sehen, dass es läuft.")
  private boolean small;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = Settings.read();
    Home usual = settings.home();
    Home home = new Home(usual.path().resolve("bench"), usual.tools());
    Toolbox tools = new ToolSupply(usual, spec.commandLine().getOut()).complete();
    Folders.delete(home.path());
    home.made();
    Secret password = new Secret(home.run().resolve("db.password"));
    password.make(new SecureRandom());
    BenchServer server = new BenchServer(home, password.kept().orElseThrow());
    BenchTelephony telephony = new BenchTelephony(settings, home, tools);
    try (BenchParts parts = new BenchParts(home)) {
      long database = parts.started(server);
      long asterisk = parts.started(telephony.made());
      List<String> arguments =
          List.of(
              "short=" + small,
              "work=" + home.run(),
              "sip=" + telephony.sipPort(),
              "agi=" + telephony.agiPort(),
              "asterisk=" + asterisk,
              "asterisk-program=" + tools.required("asterisk"),
              "asterisk-configuration=" + telephony.configuration(),
              "database=" + database,
              "database-url=" + server.url(),
              "database-user=" + BenchServer.USER,
              "sipp=" + tools.required("sipp"),
              "prompts=" + settings.project().resolve("prompts"),
              "announcement=" + telephony.sounds().resolve("announcement"));
      return new BenchRun(settings.project(), MAIN, List.of("-Xmx512m"))
          .run(arguments, Map.of("DURCHKOMMEN_BENCH_PASSWORD", server.password()));
    }
  }
}
