package de.durchkommen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The short dialogue through a real Asterisk: with Asterisk alone ({@code Read}, {@code Playback}),
 * and with our server behind {@code AGI}. The same SIPp scenario calls both, with keys as RTP
 * events.
 *
 * <p>SIPp keeps a number of callers on the line, whoever is done calls again. That number is raised
 * step by step, both in turns on each step: first it decides how many calls a second go through,
 * then the processor does, and then dialogues fail. What counts is the best rate at which not more
 * than one of 200 fails. That is more robust than looking for the highest rate of calls: a stall of
 * the machine lowers a step and does not end the measurement.
 */
final class DialplanPeer {
  /** So many dialogues of those that ended may fail. */
  static final double FAILURES = 0.005;

  private static final String CALLS_A_SECOND = "300";

  private final Wiring wiring;
  private final PrintStream progress;
  private final Map<Way, List<Step>> steps = new EnumMap<>(Way.class);

  /** How a call is answered. */
  enum Way {
    PLAIN,
    OURS;

    /** The extension in {@code dialplan/bench/extensions.conf}. */
    String extension() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One step.
   *
   * @param atOnce callers on the line
   * @param perSecond dialogues that went through
   * @param failed share of those that did not
   * @param asteriskMillis processor time of Asterisk for a dialogue
   * @param serverMillis processor time of our server for a dialogue
   */
  record Step(
      int atOnce, double perSecond, double failed, double asteriskMillis, double serverMillis) {
    boolean isSound() {
      return failed <= FAILURES;
    }
  }

  DialplanPeer(Wiring wiring, PrintStream progress) {
    this.wiring = wiring;
    this.progress = progress;
    for (Way way : Way.values()) {
      steps.put(way, new ArrayList<>());
    }
  }

  /** Measures both on each step, until both fail. */
  void measure(long server, int[] atOnce, int warmUpSeconds, int seconds)
      throws IOException, InterruptedException {
    long asterisk = wiring.number("asterisk");
    for (int callers : atOnce) {
      boolean sound = false;
      for (Way way : Way.values()) {
        long[] pids = {asterisk, server};
        Step step = measured(way, callers, pids, warmUpSeconds, seconds);
        progress.println(
            "• %s, %d auf der Leitung: %.0f/s, %.2f %% gescheitert"
                .formatted(title(way), callers, step.perSecond(), 100 * step.failed()));
        steps(way).add(step);
        sound |= step.isSound();
      }
      if (!sound) {
        return;
      }
    }
  }

  List<Step> steps(Way way) {
    return steps.getOrDefault(way, List.of());
  }

  static String title(Way way) {
    return way == Way.PLAIN ? "Asterisk allein" : "Durchkommen";
  }

  /** The best sound step; 0 when there is none. */
  double best(Way way) {
    return steps(way).stream().filter(Step::isSound).mapToDouble(Step::perSecond).max().orElse(0);
  }

  private Step measured(Way way, int callers, long[] pids, int warmUpSeconds, int seconds)
      throws IOException, InterruptedException {
    String name = "sipp-" + way.extension();
    try (Sipp sipp =
        Sipp.calling(
            wiring,
            name,
            Sipp.scenario("calls.xml"),
            "-s",
            way.extension(),
            "-l",
            String.valueOf(callers),
            "-r",
            CALLS_A_SECOND,
            "-p",
            wiring.text("sipp-port"),
            "-mp",
            wiring.text("media-port"))) {
      Thread.sleep(1_000L * warmUpSeconds);
      Sipp.Count before = sipp.count();
      Usage[] idle = {Usage.of(pids[0]), Usage.of(pids[1])};
      long start = System.nanoTime();
      Thread.sleep(1_000L * seconds);
      Sipp.Count after = sipp.count();
      double took = (System.nanoTime() - start) / 1e9;
      double asterisk = Usage.of(pids[0]).seconds() - idle[0].seconds();
      double server = Usage.of(pids[1]).seconds() - idle[1].seconds();
      sipp.ended();
      long whole = after.successful() - before.successful();
      // Whoever was not hung up on counts as failed only seconds later: so all until the end.
      long failed = sipp.count().failed() - before.failed();
      return new Step(
          callers,
          whole / took,
          (double) failed / Math.max(1, whole + failed),
          1e3 * asterisk / Math.max(1, whole),
          1e3 * server / Math.max(1, whole));
    }
  }
}
