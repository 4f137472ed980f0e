package de.durchkommen.bench;

import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.Holds;
import de.durchkommen.booking.SeatDesk;
import de.durchkommen.database.Database;
import de.durchkommen.database.LocalTransactions;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Hessen's first batch: all free pairs to all who are entitled, everyone wanting the earliest date
 * at the nearest centre. Beside it, on the same server and in the same run, what the machine can do
 * at most, and what known booking systems do.
 */
public final class BookingBench {
  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");
  private static final int CONNECTIONS = 32;

  /** The limit is the best of these numbers of connections. */
  private static final int[] RAW_CONNECTIONS = {32, 256};

  private static final int LOW_STOCK_RUNS = 9;
  private static final int ONE_PERCENT = 100;
  private static final int NAIVE_EACH = 20;
  private static final int CALLERS_A_PAIR = 5;

  private final Server server;
  private final Sizes sizes;
  private final Clock clock = Clock.system(HESSEN);
  private final LocalDate firstDay = LocalDate.now(clock).plusDays(1);
  private final PrintStream progress;
  private final Report report = new Report();

  private BookingBench(Server server, Sizes sizes, PrintStream progress) {
    this.server = server;
    this.sizes = sizes;
    this.progress = progress;
  }

  /**
   * Measures and prints.
   *
   * @param arguments URL without a schema, user, pairs, people, clients; the password comes from
   *     the environment: {@code DURCHKOMMEN_BENCH_PASSWORD}
   */
  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.GERMANY);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Sizes sizes =
        new Sizes(
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]),
            Integer.parseInt(arguments[4]));
    Server server =
        new Server(arguments[0], arguments[1], System.getenv("DURCHKOMMEN_BENCH_PASSWORD"));
    boolean sound = new BookingBench(server, sizes, out).measured();
    System.exit(sound ? 0 : 1);
  }

  private boolean measured() throws Exception {
    report.row(
        "Freie Paare / Menschen / gleichzeitig",
        "%,d / %,d / %,d".formatted(sizes.pairs(), sizes.people(), sizes.clients()));
    report.row("Plätze in der Datenbank", "%,d".formatted(sizes.seats()));
    report.row("Jedes Commit auf der Platte", server.flushesEachCommit() ? "ja" : "NEIN");
    warmUp();
    naive();
    Limit before = limit();
    Rates desk = desk();
    double after = raw(before.connections(), "danach");
    ratios(desk, (before.rate() + after) / 2);
    report.print(progress);
    return desk.sound() && server.flushesEachCommit();
  }

  /** What the machine can do at most, and with how many connections. */
  private record Limit(int connections, double rate) {}

  /**
   * What the booking service did, in pairs a second.
   *
   * @param lowStock the same with one pair of a hundred left
   * @param sound whether everybody got what they should
   */
  private record Rates(double all, double lowStock, boolean sound) {}

  /** Machines are shared and not always as fast: the limit is the mean of before and after. */
  private void ratios(Rates desk, double limit) {
    report.row("Rohe Grenze, Mittel: Paare/s", "%,.0f".formatted(limit));
    report.row("Durchkommen zur rohen Grenze", "%.2f".formatted(desk.all() / limit));
    report.row("  bei 1 % Rest", "%.2f".formatted(desk.lowStock() / limit));
    report.figure("booking.raw_pairs_per_s", limit, "pairs/s");
    report.figure("booking.ratio_to_limit", desk.all() / limit, "ratio");
    report.figure("booking.ratio_to_limit_low_stock", desk.lowStock() / limit, "ratio");
  }

  /** All of it once in small, so that no compiler works while it is measured. */
  private void warmUp() throws Exception {
    Sizes small = new Sizes(Sizes.STEP, 4 * Sizes.STEP, sizes.clients());
    BookingBench warm = new BookingBench(server, small, progress);
    warm.raw(RAW_CONNECTIONS[0], "zum Warmlaufen");
    warm.desk();
  }

  private Stage stage(String schema) throws Exception {
    progress.println("• " + schema + ": wird gefüllt …");
    Stage stage = new Stage(server, sizes, schema, firstDay);
    stage.made();
    return stage;
  }

  private void naive() throws Exception {
    Stage stage = stage("bench_naive");
    progress.println("• erst prüfen, dann speichern …");
    Naive.Result result = new Naive(server, stage).booked(sizes.clients(), NAIVE_EACH);
    report.row("Erst prüfen, dann speichern: Termine/s", "%,.0f".formatted(result.perSecond()));
    report.row(
        "  davon doppelt vergeben",
        "%,d von %,d".formatted(result.doubleBookings(), result.appointments()));
    report.count("booking.naive_double_bookings", result.doubleBookings(), "appointments");
  }

  private Limit limit() throws Exception {
    Limit best = new Limit(0, 0);
    for (int connections : RAW_CONNECTIONS) {
      double rate = raw(connections, "davor");
      best = rate > best.rate() ? new Limit(connections, rate) : best;
    }
    return best;
  }

  private double raw(int connections, String when) throws Exception {
    Stage stage = stage("bench_raw");
    progress.println("• rohe Grenze mit " + connections + " Verbindungen …");
    double rate = new RawLimit(server, sizes, stage).pairsPerSecond(connections);
    report.row(
        "Rohe Grenze %s (JDBC, %d Verbindungen): Paare/s".formatted(when, connections),
        "%,.0f".formatted(rate));
    return rate;
  }

  private Rates desk() throws Exception {
    Stage stage = stage("bench_desk");
    String url = server.url() + stage.schema();
    try (LocalTransactions phone =
            new LocalTransactions(url, server.user(), server.password(), CONNECTIONS);
        LocalTransactions web =
            new LocalTransactions(url, server.user(), server.password(), CONNECTIONS)) {
      Database database = new Database(phone);
      BookingDesk desk = new SeatDesk(database, Holds.LEFT_TO_RUN_OUT, clock, new SecureRandom());
      BookingDesk searching =
          new SeatDesk(new Database(web), Holds.LEFT_TO_RUN_OUT, clock, new SecureRandom());
      return rush(stage, desk, searching, database);
    }
  }

  private Rates rush(Stage stage, BookingDesk desk, BookingDesk searching, Database database)
      throws Exception {
    long person = sizes.bookedPairs() + 1L;
    long deadlocks = server.deadlocks();
    long retries = database.retries();
    long before = stage.pairs();
    progress.println("• der Ansturm …");
    DeskRush rush = new DeskRush(desk, firstDay, person, sizes.people());
    double rate;
    SearchProbe probe = new SearchProbe(searching, firstDay);
    try (probe) {
      rate = rush.pairsPerSecond(sizes.clients());
    }
    report.row("Durchkommen: Paare/s", "%,.0f".formatted(rate));
    times("  vom Wunsch bis zur Buchung", rush.bookings());
    times("  vom Wunsch bis »alles vergeben«", rush.soldOutAnswers());
    times("  Suche währenddessen", probe.latencies());
    report.row(
        "  gebucht / »alles vergeben« / ohne Antwort",
        "%,d / %,d / %,d".formatted(rush.booked(), rush.soldOut(), rush.unknown().size()));
    rush.unknown().stream().distinct().forEach(why -> report.row("  ohne Antwort", why));
    boolean sound =
        rush.booked() == sizes.pairs()
            && rush.soldOut() == sizes.people() - sizes.pairs()
            && stage.pairs() - before == rush.booked();
    report.figure("booking.pairs_per_s", rate, "pairs/s");
    report.figure("booking.p50", rush.bookings().milliseconds(0.5), "ms");
    report.figure("booking.p99", rush.bookings().milliseconds(0.99), "ms");
    report.figure("booking.search_p99", probe.latencies().milliseconds(0.99), "ms");
    double lowStock = lowStock(stage, desk, searching);
    report.row(
        "Verklemmungen (deadlocks) / Wiederholungen",
        "%,d / %,d".formatted(server.deadlocks() - deadlocks, database.retries() - retries));
    report.row("Doppelt vergeben", "%,d".formatted(stage.doubleBookings()));
    report.row("Plätze ohne Paar", "%,d".formatted(stage.orphans()));
    report.count("booking.deadlocks", server.deadlocks() - deadlocks, "transactions");
    report.count("booking.retries", database.retries() - retries, "transactions");
    report.count("booking.double_bookings", stage.doubleBookings(), "seats");
    sound &= stage.doubleBookings() == 0 && stage.orphans() == 0 && lowStock > 0;
    return new Rates(rate, lowStock, sound);
  }

  /**
   * One of a hundred pairs is free, and everybody wants it; so short that it is done again. The
   * median of pairs a second; 0 when not all of them were booked.
   */
  private double lowStock(Stage stage, BookingDesk desk, BookingDesk searching) throws Exception {
    List<Double> rates = new ArrayList<>();
    boolean sound = true;
    long person = sizes.bookedPairs() + sizes.people() + 1L;
    SearchProbe probe = new SearchProbe(searching, firstDay);
    try (probe) {
      for (int run = 0; run < LOW_STOCK_RUNS; run++) {
        int freed = stage.freed(ONE_PERCENT);
        progress.println("• 1 %% ist frei: %,d Paare …".formatted(freed));
        // Those who called last were told that all was gone; they call again.
        person -= (long) CALLERS_A_PAIR * freed;
        DeskRush rush = new DeskRush(desk, firstDay, person, CALLERS_A_PAIR * freed);
        rates.add(rush.pairsPerSecond(sizes.clients()));
        sound &= rush.booked() == freed;
      }
    }
    Collections.sort(rates);
    double median = rates.get(rates.size() / 2);
    report.row(
        "Bei 1 %% Rest: Paare/s (Median von %d)".formatted(LOW_STOCK_RUNS),
        "%,.0f (%,.0f bis %,.0f)".formatted(median, rates.getFirst(), rates.getLast()));
    times("  Suche währenddessen", probe.latencies());
    report.figure("booking.low_stock_pairs_per_s", median, "pairs/s");
    report.figure("booking.search_p99_low_stock", probe.latencies().milliseconds(0.99), "ms");
    return sound ? median : 0;
  }

  private void times(String what, Latencies latencies) {
    report.row(
        what + ": p50 / p99 / max",
        "%.1f / %.1f / %.1f ms (%,d)"
            .formatted(
                latencies.milliseconds(0.5),
                latencies.milliseconds(0.99),
                latencies.milliseconds(1),
                latencies.count()));
  }
}
