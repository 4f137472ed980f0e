package de.durchkommen.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
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
    Child child = new Child(server, home);
    Thread stop = new Thread(() -> stop(child));
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      child.start();
      child.awaitReady();
      return measured(settings.project(), server);
    } finally {
      Runtime.getRuntime().removeShutdownHook(stop);
      child.stop();
      Folders.delete(home.path());
    }
  }

  private static void stop(Child child) {
    try {
      child.stop();
    } catch (IOException e) {
      System.err.println("Die Datenbank der Messung läuft noch: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int measured(Path project, BenchServer server) throws IOException, InterruptedException {
    Path target = project.resolve("ivr-app/target");
    String libraries =
        String.join(
            File.pathSeparator,
            target.resolve("classes").toString(),
            target.resolve("bench-lib") + "/*");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "-Xmx2g",
                    "-XX:+UseParallelGC",
                    "-Dstdout.encoding=UTF-8",
                    "-Djava.util.logging.config.file=/dev/null",
                    "-cp",
                    libraries,
                    MAIN,
                    server.url(),
                    BenchServer.USER,
                    Integer.toString(pairs),
                    Integer.toString(people),
                    Integer.toString(clients)))
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("DURCHKOMMEN_BENCH_PASSWORD", server.password());
    Process process = builder.start();
    try {
      return process.waitFor();
    } finally {
      process.destroy();
    }
  }
}
