package de.durchkommen.bench;

import de.durchkommen.bench.RangeDay.Told;
import de.durchkommen.database.Database;
import de.durchkommen.database.LocalTransactions;
import de.durchkommen.queue.WaitRange;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How many of the ranges that callers are told hold what they say, on days of different kinds, with
 * the real waiting room on a real database and a clock that is turned by hand. Seeded.
 */
final class RangeCalibration {
  private static final long SEED = 116_117;
  private static final int CONNECTIONS = 2;
  private static final List<RangeRegime> DAYS =
      List.of(
          new RangeRegime("4 Gespräche, stetig", 4, 1.15, 1, false, Duration.ofHours(10)),
          new RangeRegime("40 Gespräche, stetig", 40, 1.15, 1, false, Duration.ofHours(3)),
          new RangeRegime("40 Gespräche, Ansturm", 40, 0.9, 5, false, Duration.ofHours(3)),
          new RangeRegime("40 Gespräche, halbiert", 40, 1.05, 1, true, Duration.ofHours(3)),
          new RangeRegime("300 Gespräche, Ansturm", 300, 0.9, 5, false, Duration.ofMinutes(80)));
  private static final List<RangeRegime> SHORT =
      List.of(new RangeRegime("40 Gespräche, Ansturm", 40, 0.9, 5, false, Duration.ofMinutes(40)));

  private final Wiring wiring;
  private final PrintStream progress;
  private final Report report;

  RangeCalibration(Wiring wiring, PrintStream progress, Report report) {
    this.wiring = wiring;
    this.progress = progress;
    this.report = report;
  }

  /** Measures; returns whether anything was told. */
  boolean measured() throws Exception {
    Server server =
        new Server(
            wiring.text("database-url"),
            wiring.text("database-user"),
            System.getenv("DURCHKOMMEN_BENCH_PASSWORD"));
    List<Told> all = new ArrayList<>();
    double worst = 1;
    report.row("Zugesagte Wartezeiten", "Anteil, der stimmt (Zusagen; Ende zu Anfang)");
    for (RangeRegime day : wiring.isShort() ? SHORT : DAYS) {
      progress.println("• Zugesagte Wartezeiten: " + day.name() + " …");
      List<Told> told = told(server, day);
      double share = share(told);
      worst = Math.min(worst, share);
      all.addAll(told);
      report.row("  " + day.name(), "%.3f (%,d; %.1f)".formatted(share, told.size(), median(told)));
    }
    report.row("  Alle; der schlechteste Tag", "%.3f; %.3f".formatted(share(all), worst));
    report.figure("waiting.range_hit_ratio", share(all), "ratio");
    report.figure("waiting.range_hit_ratio_worst", worst, "ratio");
    return !all.isEmpty();
  }

  private static List<Told> told(Server server, RangeRegime day) throws Exception {
    String schema = "bench_ranges_" + Integer.toHexString(day.name().hashCode());
    server.run("", "CREATE DATABASE " + schema);
    String url = server.url() + schema;
    LocalTransactions.migrate(url, server.user(), server.password());
    try (LocalTransactions transactions =
        new LocalTransactions(url, server.user(), server.password(), CONNECTIONS)) {
      return new RangeDay(day, new Database(transactions), SEED).passed();
    }
  }

  private static double share(List<Told> told) {
    return told.stream().mapToInt(one -> one.holds() ? 1 : 0).average().orElse(0);
  }

  /** How many times as long the end of a range is as its beginning: the narrower, the more use. */
  private static double median(List<Told> told) {
    List<Double> widths =
        told.stream()
            .map(Told::range)
            .filter(range -> range.until().isPresent() && !range.from().isZero())
            .map(RangeCalibration::width)
            .toList();
    return widths.isEmpty() ? 0 : Median.of(widths);
  }

  private static double width(WaitRange range) {
    return range.until().orElseThrow().toMillis() / (double) range.from().toMillis();
  }
}
