package de.durchkommen.launch;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the booking service in a process of its own, on a database server of its own that is
 * there for that only.
 */
@Command(
    name = "booking",
    description =
        "Hessens erster Ansturm: alle freien Terminpaare an alle Berechtigten. Daneben die rohe"
            + " Grenze (dieselben Zeilen mit JDBC und von Hand geschriebenem SQL) und das »erst"
            + " prüfen, dann speichern« bekannter Systeme. Startet dafür eine eigene Datenbank und"
            + " löscht sie am Ende. Dauert einige Minuten.")
final class BookingBenchCommand implements Callable<Integer> {
  private static final String MAIN = "de.durchkommen.bench.BookingBench";

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "60000",
      description = "Freie Terminpaare, ein Vielfaches von 2400 (ohne Angabe: 60000).")
  private int pairs;

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "400000",
      description = "Berechtigte, die alle anrufen (ohne Angabe: 400000).")
  private int people;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "256",
      description = "So viele gleichzeitig (ohne Angabe: 256).")
  private int clients;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = Settings.read();
    Home usual = settings.home();
    Home home = new Home(usual.path().resolve("bench"), usual.tools());
    Folders.delete(home.path());
    home.made();
    Secret password = new Secret(home.run().resolve("db.password"));
    password.make(new SecureRandom());
    BenchServer server = new BenchServer(home, password.kept().orElseThrow());
    try (BenchParts parts = new BenchParts(home)) {
      parts.started(server);
      return new BenchRun(settings.project(), MAIN, List.of("-Xmx2g", "-XX:+UseParallelGC"))
          .run(
              List.of(
                  server.url(),
                  BenchServer.USER,
                  Integer.toString(pairs),
                  Integer.toString(people),
                  Integer.toString(clients)),
              Map.of("DURCHKOMMEN_BENCH_PASSWORD", server.password()));
    }
  }
}
