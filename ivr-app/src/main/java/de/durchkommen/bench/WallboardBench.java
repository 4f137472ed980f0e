package de.durchkommen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What the wallboard costs while many wait: processor time of application and database together
 * with nobody who looks, and with many browsers. The limit is a tenth of one core.
 *
 * <p>The application has enough to do by itself: a thousand calls are told their position, and a
 * few times a minute many of them at once. So a window is longer than any of these rounds, both
 * kinds of window take turns as without, with, with, without, which takes a slow drift out of each
 * pair, and the median of the differences counts. Once a second somebody gives up or somebody else
 * calls: the board shows something new all the time.
 */
public final class WallboardBench {
  private static final double LIMIT = 0.10;
  private static final Duration CROWD_LIMIT = Duration.ofMinutes(2);
  private static final Duration SETTLED = Duration.ofSeconds(5);

  /** One hangs up, or another one calls, so often. */
  private static final Duration COMES_OR_GOES = Duration.ofSeconds(1);

  /** A state comes once a second when something has changed. */
  private static final double LEAST_STATES_A_SECOND = 0.5;

  private final Wiring wiring;
  private final PrintStream progress;
  private final Report report = new Report();
  private final long[] pids;
  private final int callers;
  private final int browsers;
  private final int rounds;
  private final Duration window;
  private final Duration warm;
  private long states;
  private double watched;

  private WallboardBench(Wiring wiring, PrintStream progress) {
    this.wiring = wiring;
    this.progress = progress;
    this.pids =
        Arrays.stream(wiring.text("pids").split(",", -1)).mapToLong(Long::parseLong).toArray();
    this.callers = wiring.isShort() ? 50 : 1_000;
    this.browsers = 20;
    this.rounds = wiring.isShort() ? 1 : 6;
    this.window = Duration.ofSeconds(wiring.isShort() ? 5 : 60);
    this.warm = wiring.isShort() ? SETTLED : Duration.ofMinutes(2);
  }

  /**
   * Measures and prints.
   *
   * @param arguments {@code name=value}: what the launcher has started, see {@code
   *     launch.WallboardBenchCommand}; the accounts are in the environment
   */
  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.GERMANY);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean sound = new WallboardBench(new Wiring(arguments), out).measured();
    System.exit(sound ? 0 : 1);
  }

  private boolean measured() throws Exception {
    BoardReaders readers =
        new BoardReaders(wiring.number("http"), System.getenv("DURCHKOMMEN_BENCH_ACCOUNTS"));
    List<String> words =
        List.of(
            WaitingCrowd.class.getName(),
            wiring.text("agi"),
            String.valueOf(callers + 1),
            String.valueOf(COMES_OR_GOES.toMillis()));
    progress.println("• %,d rufen an …".formatted(callers));
    try (Program crowd = Program.java(wiring.path("work"), "crowd", List.of("-Xmx512m"), words)) {
      int waiting = awaited(crowd, readers);
      report.row("Wartende", "%,d".formatted(waiting));
      return waiting >= callers - 1 && compared(readers);
    }
  }

  private int awaited(Program crowd, BoardReaders readers) throws Exception {
    long deadline = System.nanoTime() + CROWD_LIMIT.toNanos();
    int waiting = readers.waiting();
    while (waiting < callers - 1 && crowd.isAlive() && System.nanoTime() < deadline) {
      Thread.sleep(SETTLED);
      waiting = readers.waiting();
    }
    // Compilers and caches have done their work by then.
    Thread.sleep(warm);
    return waiting;
  }

  private boolean compared(BoardReaders readers) throws Exception {
    List<Double> more = new ArrayList<>();
    List<Double> alone = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      boolean firstAlone = round % 2 == 0;
      double before = firstAlone ? share() : 0;
      double with = watched(readers);
      double without = firstAlone ? before : share();
      more.add(with - without);
      alone.add(without);
      progress.println(
          "• ohne Browser %.1f %%, mit %d Browsern %.1f %% eines Kerns"
              .formatted(100 * without, browsers, 100 * with));
    }
    double pages = Median.of(more);
    double each = states / watched / browsers;
    report.row("Rechenzeit ohne Browser", "%.1f %% eines Kerns".formatted(100 * Median.of(alone)));
    report.row(
        "%d Browser mehr".formatted(browsers),
        "%.1f (%.1f bis %.1f) %% eines Kerns"
            .formatted(100 * pages, 100 * Collections.min(more), 100 * Collections.max(more)));
    report.row("Zustände je Browser und Sekunde", "%.2f".formatted(each));
    report.figure("wallboard.core_share", pages, "cores");
    report.figure("wallboard.core_share_most", Collections.max(more), "cores");
    report.figure("wallboard.ratio_to_limit", pages / LIMIT, "ratio");
    report.figure("wallboard.states", each, "states/s/browser");
    report.print(progress);
    return each >= LEAST_STATES_A_SECOND && pages < LIMIT;
  }

  /** As {@link #share()}, with browsers that look. */
  private double watched(BoardReaders readers) throws Exception {
    try (BoardReaders.Open open = readers.open(browsers)) {
      Thread.sleep(SETTLED);
      long before = open.states();
      double with = share();
      states += open.states() - before;
      watched += window.toSeconds();
      return with;
    } finally {
      Thread.sleep(SETTLED);
    }
  }

  /** Of one core, within a while from now. */
  private double share() throws IOException, InterruptedException {
    Usage before = Usage.of(pids);
    long start = System.nanoTime();
    Thread.sleep(window);
    double seconds = (System.nanoTime() - start) / 1e9;
    return (Usage.of(pids).seconds() - before.seconds()) / seconds;
  }
}
