package de.durchkommen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Callers who wait: in Asterisk's own queue, and in our waiting room, on the same Asterisk with the
 * same sounds and an announcement every 30 s in both.
 *
 * <p>Callers are held until the first loss of quality: a call failed, or of the probes' packets
 * {@link #BAD_SHARE} came late or not at all, {@link #TRIES} times in a row, so that a stall of the
 * machine is not taken for its limit. The last step before counts. Both ways take turns, and of the
 * rounds of each the best one counts: whatever else happens on the machine can only take away.
 */
public final class WaitingBench {
  private static final double BAD_SHARE = 0.01;
  private static final int TRIES = 3;
  private static final double COMMON = 0.5;
  private static final int FEWER = 3;
  private static final int SOCKETS = 10_000;
  private static final Duration LISTENS = Duration.ofSeconds(4);
  private static final Duration CROWD_LIMIT = Duration.ofSeconds(60);
  private static final double KILO = 1_000;

  private final Wiring wiring;
  private final PrintStream progress;
  private final Report report = new Report();
  private final int step;
  private final int most;

  /** How callers wait. */
  private enum Way {
    QUEUE("app_queue", "queue"),
    OURS("Durchkommen", "116117");

    private final String title;
    private final String extension;

    Way(String title, String extension) {
      this.title = title;
      this.extension = extension;
    }
  }

  private WaitingBench(Wiring wiring, PrintStream progress) {
    this.wiring = wiring;
    this.progress = progress;
    this.step = wiring.isShort() ? 20 : 100;
    this.most = wiring.isShort() ? 60 : 6_000;
  }

  /**
   * Measures and prints.
   *
   * @param arguments {@code name=value}: what the launcher has started, see {@code
   *     launch.WaitingBenchCommand}
   */
  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.GERMANY);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean sound = new WaitingBench(new Wiring(arguments), out).measured();
    System.exit(sound ? 0 : 1);
  }

  private boolean measured() throws Exception {
    int census = Program.freePort();
    boolean sound;
    try (Program node = node("node", wiring.number("agi"), census);
        SoundMeter meter = new SoundMeter()) {
      node.awaitPort(wiring.number("agi"));
      int common = held(meter);
      sound = common > 0;
      if (sound) {
        cost(meter, common, node.pid(), census);
        sound = soundCost(meter, common / FEWER, node.pid());
      }
    }
    sound &= sockets();
    sound &= new RangeCalibration(wiring, progress, report).measured();
    report.print(progress);
    return sound;
  }

  private Program node(String name, int agi, int census) throws IOException {
    return Program.java(
        wiring.path("work"),
        name,
        List.of("-Xmx2g"),
        List.of(
            WaitingNode.class.getName(),
            String.valueOf(agi),
            String.valueOf(census),
            wiring.text("announcement"),
            wiring.text("prompts"),
            wiring.text("database-url"),
            wiring.text("database-user"),
            "bench_" + name));
  }

  /** How many each can hold; returns a number that both hold with ease. */
  private int held(SoundMeter meter) throws IOException {
    Map<Way, List<Double>> held = new EnumMap<>(Way.class);
    double empty = Usage.of(wiring.number("asterisk")).megabytes();
    int rounds = wiring.isShort() ? 1 : 3;
    for (int round = 0; round < rounds; round++) {
      for (Way way : Way.values()) {
        boolean first = held.isEmpty();
        held.computeIfAbsent(way, key -> new ArrayList<>())
            .add(
                (double)
                    ramped(meter, way, first ? OptionalDouble.of(empty) : OptionalDouble.empty()));
      }
    }
    held.forEach((way, all) -> report.row("Gehalten: " + way.title, all.toString()));
    double queue = Collections.max(held.getOrDefault(Way.QUEUE, List.of(0.0)));
    double ours = Collections.max(held.getOrDefault(Way.OURS, List.of(0.0)));
    report.figure("waiting.callers_app_queue", queue, "callers");
    report.figure("waiting.callers", ours, "callers");
    report.figure("waiting.callers_ratio_to_app_queue", ours / Math.max(1, queue), "ratio");
    return (int) (COMMON * Math.min(queue, ours));
  }

  /**
   * How many are held.
   *
   * @param empty what Asterisk had in memory before it had calls, in MB, if this is the first of
   *     them: later on it keeps what it had
   */
  private int ramped(SoundMeter meter, Way way, OptionalDouble empty) throws IOException {
    try (Holding holding = new Holding(wiring, meter, way.extension, CallerSound.NONE)) {
      int good = 0;
      while (isGood(holding, way)) {
        good = holding.callers();
        if (good >= most) {
          break;
        }
        holding.more(step);
      }
      if (empty.isPresent() && good > 0) {
        double more = Usage.of(wiring.number("asterisk")).megabytes() - empty.getAsDouble();
        double each = KILO * more / holding.callers();
        report.row("Asterisk: Speicher (RSS) je Anruf", "%.0f kB".formatted(each));
        report.figure("waiting.asterisk_memory_per_call", each, "kB");
      }
      return good;
    }
  }

  private boolean isGood(Holding holding, Way way) throws IOException {
    for (int time = 1; time <= TRIES; time++) {
      SoundMeter.Heard heard = holding.heard(LISTENS);
      boolean complete = holding.isComplete();
      progress.println(
          "• %s, %d warten: %.2f %% des Tons zu spät%s"
              .formatted(
                  way.title,
                  holding.callers(),
                  100 * heard.badShare(),
                  complete ? "" : ", Anrufe gescheitert"));
      if (!complete) {
        return false;
      }
      if (heard.badShare() < BAD_SHARE && heard.streams() >= Holding.PROBES) {
        return true;
      }
    }
    return false;
  }

  /** Processor time and memory with a number of callers that both hold with ease. */
  private void cost(SoundMeter meter, int callers, long node, int census) throws IOException {
    Map<Way, Double> cpu = new EnumMap<>(Way.class);
    long empty = WaitingNode.Census.of(census).heapBytes();
    for (Way way : Way.values()) {
      long[] pids = pids(way, node);
      Usage idle = Usage.of(pids);
      try (Holding holding = new Holding(wiring, meter, way.extension, CallerSound.NONE)) {
        double each = cpu(holding, callers, pids);
        cpu.put(way, each);
        report.row(
            "%s, %d warten: Rechenzeit je Sekunde und Anrufer"
                .formatted(way.title, holding.callers()),
            "%.3f ms".formatted(each));
        report.row(
            "  Speicher (RSS) mehr als davor",
            "%.0f kB je Anrufer"
                .formatted(
                    KILO * (Usage.of(pids).megabytes() - idle.megabytes()) / holding.callers()));
        if (way == Way.OURS) {
          long full = WaitingNode.Census.of(census).heapBytes();
          report.row(
              "  davon Heap nach dem Aufräumen",
              "%.1f kB je Anrufer".formatted((full - empty) / KILO / holding.callers()));
        }
      }
    }
    double queue = cpu.getOrDefault(Way.QUEUE, 0.0);
    double ours = cpu.getOrDefault(Way.OURS, 1.0);
    report.figure("waiting.cpu_ratio_to_app_queue", queue / Math.max(1e-9, ours), "ratio");
  }

  /**
   * What it costs that callers send sound too, as telephones do, and that it is encrypted; with
   * fewer of them, for the senders need processors as well. Whether none was lost meanwhile.
   */
  private boolean soundCost(SoundMeter meter, int callers, long node) throws IOException {
    Map<CallerSound, Double> cpu = new EnumMap<>(CallerSound.class);
    for (CallerSound sound : CallerSound.values()) {
      try (Holding holding = new Holding(wiring, meter, Way.OURS.extension, sound)) {
        double each = cpu(holding, callers, pids(Way.OURS, node));
        cpu.put(sound, each);
        report.row(
            "%d warten, Ton vom Anrufer %s: Rechenzeit je Sekunde und Anrufer"
                .formatted(holding.callers(), word(sound)),
            "%.3f ms".formatted(each));
        if (!holding.isComplete()) {
          progress.println("• Mit Ton vom Anrufer (%s) sind Anrufe gescheitert".formatted(sound));
          return false;
        }
      }
    }
    double silent = Math.max(1e-9, cpu.getOrDefault(CallerSound.NONE, 0.0));
    double plain = cpu.getOrDefault(CallerSound.PLAIN, 0.0);
    double encrypted = cpu.getOrDefault(CallerSound.ENCRYPTED, 0.0);
    report.figure("waiting.cpu_per_caller_who_sends", plain, "ms/s");
    report.figure("waiting.cpu_ratio_of_sending", plain / silent, "ratio");
    report.figure("waiting.cpu_ratio_of_srtp", encrypted / Math.max(1e-9, plain), "ratio");
    return true;
  }

  private static String word(CallerSound sound) {
    return switch (sound) {
      case NONE -> "keiner";
      case PLAIN -> "unverschlüsselt";
      case ENCRYPTED -> "verschlüsselt (SRTP)";
    };
  }

  private long[] pids(Way way, long node) {
    long asterisk = wiring.number("asterisk");
    return way == Way.OURS
        ? new long[] {asterisk, node, wiring.number("database")}
        : new long[] {asterisk};
  }

  /** Processor time, in milliseconds a second and caller, while so many wait. */
  private double cpu(Holding holding, int callers, long... pids) throws IOException {
    holding.more(Math.max(1, callers - Holding.PROBES));
    Usage before = Usage.of(pids);
    long start = System.nanoTime();
    holding.heard(Duration.ofSeconds(wiring.isShort() ? 5 : 32));
    double seconds = (System.nanoTime() - start) / 1e9;
    return 1e3 * (Usage.of(pids).seconds() - before.seconds()) / seconds / holding.callers();
  }

  /** Callers on sockets only, all in one process, and what each takes of its heap. */
  private boolean sockets() throws Exception {
    int callers = wiring.isShort() ? SOCKETS / 10 : SOCKETS;
    int agi = Program.freePort();
    int census = Program.freePort();
    List<String> words =
        List.of(WaitingCrowd.class.getName(), String.valueOf(agi), String.valueOf(callers));
    try (Program node = node("sockets", agi, census)) {
      node.awaitPort(census);
      long empty = WaitingNode.Census.of(census).heapBytes();
      progress.println("• %,d warten an Sockets …".formatted(callers));
      try (Program crowd = Program.java(wiring.path("work"), "crowd", List.of("-Xmx512m"), words)) {
        boolean complete = awaited(crowd, census, callers);
        // Until all have heard how they stand, and listen to music.
        Thread.sleep(LISTENS);
        WaitingNode.Census full = WaitingNode.Census.of(census);
        double each = (full.heapBytes() - empty) / KILO / callers;
        report.row("Nur Sockets: wartende Anrufer", "%,d".formatted(full.calls()));
        report.row("  Heap je Anrufer nach dem Aufräumen", "%.1f kB".formatted(each));
        report.figure("waiting.heap_per_caller", each, "kB");
        return complete && full.calls() == callers;
      }
    }
  }

  private static boolean awaited(Program crowd, int census, int callers) throws Exception {
    long deadline = System.nanoTime() + CROWD_LIMIT.toNanos();
    while (WaitingNode.Census.of(census).calls() < callers) {
      if (!crowd.isAlive() || System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(LISTENS);
    }
    return true;
  }
}
