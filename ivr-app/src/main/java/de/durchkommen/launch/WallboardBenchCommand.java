package de.durchkommen.launch;

import de.durchkommen.account.FirstPassword;
import de.durchkommen.account.PasswordHash;
import de.durchkommen.account.PasswordHash.Cost;
import de.durchkommen.api.Role;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what the wallboard costs, with an application that is there for that only. */
@Command(
    name = "wallboard",
    description =
        "Was die Übersicht der Leitung kostet: Rechenzeit der Anwendung und der Datenbank, während"
            + " 1.000 Anrufer warten, ohne Browser und mit 20, die zusehen. Dauert 20 Minuten.")
final class WallboardBenchCommand implements Callable<Integer> {
  private static final String MAIN = "de.durchkommen.bench.WallboardBench";

  /** An account has four streams at most, so this is for twenty. */
  private static final int ACCOUNTS = 5;

  @Option(names = "--short", description = "Klein und kurz: nur um zu sehen, dass es läuft.")
  private boolean small;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings usual = Settings.read();
    Home home = new Home(usual.home().path().resolve("bench"), usual.home().tools());
    Folders.delete(home.path());
    int http = BenchTelephony.freePort();
    int agi = BenchTelephony.freePort();
    Hotline hotline = new Hotline(Settings.of(usual.project(), environment(home, http, agi)));
    hotline.home().made();
    hotline.makeSecrets();
    try (BenchParts parts = new BenchParts(hotline.home())) {
      List<String> pids = new ArrayList<>();
      for (Child child : hotline.children()) {
        pids.add(String.valueOf(parts.started(child.part())));
      }
      List<String> arguments =
          List.of(
              "short=" + small,
              "work=" + hotline.home().run(),
              "http=" + http,
              "agi=" + agi,
              "pids=" + String.join(",", pids));
      return new BenchRun(usual.project(), MAIN, List.of("-Xmx256m"))
          .run(arguments, Map.of("DURCHKOMMEN_BENCH_ACCOUNTS", accounts(hotline.database())));
    }
  }

  /** Nothing of it can be reached from elsewhere, and one caller is let in, so all others wait. */
  private static Map<String, String> environment(Home home, int http, int agi) throws IOException {
    Map<String, String> all = new HashMap<>(System.getenv());
    all.put("DURCHKOMMEN_HOME", home.path().toString());
    all.put("DURCHKOMMEN_TOOLS_DIR", home.tools().toString());
    all.put("DURCHKOMMEN_HTTP_ADDRESS", "127.0.0.1");
    all.put("DURCHKOMMEN_TLS", "false");
    all.put("DURCHKOMMEN_HTTP_PORT", String.valueOf(http));
    all.put("DURCHKOMMEN_AGI_ADDRESS", "127.0.0.1");
    all.put("DURCHKOMMEN_AGI_PORT", String.valueOf(agi));
    all.put("DURCHKOMMEN_DB_PORT", String.valueOf(BenchTelephony.freePort()));
    all.put("DURCHKOMMEN_ASTERISK_START", "false");
    all.put("DURCHKOMMEN_PROMPTS_WARM", "de");
    all.put("DURCHKOMMEN_QUEUE_DIALOGUES", "1");
    return all;
  }

  /** Names and first passwords, as {@code name:password,…}. */
  private static String accounts(DatabaseAddress database) throws IOException {
    SecureRandom random = new SecureRandom();
    List<String> made = new ArrayList<>();
    try (Connection connection = database.connected()) {
      AccountRows rows = new AccountRows(connection, Clock.systemUTC().instant());
      for (int i = 1; i <= ACCOUNTS; i++) {
        String password = FirstPassword.drawn(random);
        String hash = PasswordHash.made(password, Cost.USUAL, random);
        rows.add("leitung-" + i, "Leitung " + i, Role.SUPERVISOR, hash);
        made.add("leitung-" + i + ":" + password);
      }
    } catch (SQLException e) {
      throw DbCommand.failure(database, e);
    }
    return String.join(",", made);
  }
}
