package de.durchkommen.bench;

import de.durchkommen.bench.DialplanPeer.Way;
import de.durchkommen.bench.FastAgiPeers.Measured;
import de.durchkommen.bench.FastAgiPeers.Peer;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Calls a second that a full short dialogue reaches: beside Asterisk alone, through a real
 * Asterisk; and beside two other FastAGI servers at 1,000 dialogues at once, on their sockets.
 *
 * <p>On the sockets there are two paces. Without a delay Asterisk replies at once: that measures
 * the server. At a person's pace each reply takes {@link #PERSON}, so 1,000 at once allow at most
 * some 500 dialogues a second, which any server can reach that lets all of them in.
 */
public final class CallsBench {
  /** How long a prompt or a key takes at a person's pace. */
  private static final Duration PERSON = Duration.ofMillis(200);

  private static final int AT_ONCE = 1_000;
  private static final int[] STEPS = {100, 200, 300, 400, 500, 600, 700, 800, 900};
  private static final int[] SHORT_STEPS = {20, 40};

  private final Wiring wiring;
  private final PrintStream progress;
  private final Report report = new Report();
  private boolean sound = true;

  private CallsBench(Wiring wiring, PrintStream progress) {
    this.wiring = wiring;
    this.progress = progress;
  }

  /**
   * Measures and prints.
   *
   * @param arguments {@code name=value}: what the launcher has started, see {@code
   *     launch.CallsBenchCommand}
   */
  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.GERMANY);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean sound = new CallsBench(new Wiring(arguments), out).measured();
    System.exit(sound ? 0 : 1);
  }

  private boolean measured() throws Exception {
    if (!Boolean.parseBoolean(wiring.text("telephone-only"))) {
      sockets();
    }
    telephone();
    report.print(progress);
    return sound;
  }

  private void sockets() throws Exception {
    try (FastAgiPeers peers = new FastAgiPeers(wiring, progress)) {
      peers.start();
      int atOnce = wiring.isShort() ? AT_ONCE / 10 : AT_ONCE;
      paced(peers, atOnce, Duration.ZERO, "");
      paced(peers, atOnce, PERSON, "_at_human_pace");
    }
  }

  private void paced(FastAgiPeers peers, int atOnce, Duration delay, String suffix)
      throws Exception {
    Map<Peer, List<Measured>> all = new EnumMap<>(Peer.class);
    // The first rounds warm the servers up and are forgotten: compilers work for half a minute.
    int forgotten = wiring.isShort() || !delay.isZero() ? 1 : 3;
    int counted = wiring.isShort() ? 1 : delay.isZero() ? 4 : 2;
    for (int round = 0; round < forgotten + counted; round++) {
      for (Peer peer : peers.running()) {
        progress.println("• " + peer.title() + ", je Befehl " + delay.toMillis() + " ms …");
        Measured measured = peers.measured(peer, atOnce, delay, warmUp(delay), length());
        if (round >= forgotten) {
          all.computeIfAbsent(peer, key -> new ArrayList<>()).add(measured);
        }
      }
    }
    report.row(
        "%,d Gespräche zugleich, Antwort nach %d ms".formatted(atOnce, delay.toMillis()), "");
    all.forEach(this::row);
    ratio(all, Peer.STOCK, "calls.ratio_to_stock" + suffix);
    ratio(all, Peer.NPM, "calls.ratio_to_npm" + suffix);
  }

  private Duration warmUp(Duration delay) {
    // Two whole dialogues at a person's pace: until callers are spread evenly.
    return wiring.isShort() ? Duration.ofSeconds(1) : Duration.ofSeconds(delay.isZero() ? 1 : 4);
  }

  private Duration length() {
    return wiring.isShort() ? Duration.ofSeconds(2) : Duration.ofSeconds(5);
  }

  private void row(Peer peer, List<Measured> measured) {
    double rate = rate(measured);
    long failed = measured.stream().mapToLong(Measured::failed).sum();
    double cpu = Median.of(measured.stream().map(Measured::cpuMillis).toList());
    report.row(
        "  " + peer.title() + ": Gespräche/s",
        "%,.0f (gescheitert %,d; %.2f ms Rechenzeit je Gespräch)".formatted(rate, failed, cpu));
    sound &= peer != Peer.OURS || failed == 0;
  }

  private static double rate(List<Measured> measured) {
    return Median.of(measured.stream().map(Measured::perSecond).toList());
  }

  private void ratio(Map<Peer, List<Measured>> all, Peer peer, String name) {
    List<Measured> ours = all.getOrDefault(Peer.OURS, List.of());
    List<Measured> other = all.getOrDefault(peer, List.of());
    if (other.isEmpty()) {
      return;
    }
    // Round by round, so that a slow moment of the machine meets both.
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < other.size(); round++) {
      ratios.add(ours.get(round).perSecond() / Math.max(1e-9, other.get(round).perSecond()));
    }
    report.row("  Durchkommen zu " + peer.title(), "%.2f".formatted(Median.of(ratios)));
    report.figure(name, Median.of(ratios), "ratio");
  }

  /**
   * A server that has just started compiles for half a minute: at the peak it has run for hours.
   */
  private void warmed(int port) throws Exception {
    progress.println("• Durchkommen wird warm …");
    Duration time = wiring.isShort() ? Duration.ofSeconds(2) : Duration.ofSeconds(40);
    new Callers(port, AT_ONCE / 10, Duration.ZERO).called(Duration.ZERO, time);
  }

  private void telephone() throws Exception {
    DialplanPeer peer = new DialplanPeer(wiring, progress);
    List<String> words =
        List.of(
            CallServer.class.getName(), CallServer.OURS, wiring.text("agi"), wiring.text("prompt"));
    List<String> options = List.of("-Xmx512m");
    try (Program server = Program.java(wiring.path("work"), "server-agi", options, words)) {
      server.awaitPort(wiring.number("agi"));
      warmed(wiring.number("agi"));
      if (wiring.isShort()) {
        peer.measure(server.pid(), SHORT_STEPS, 2, 4);
      } else {
        peer.measure(server.pid(), STEPS, 4, 8);
      }
    }
    report.row(
        "Durch Asterisk: Gespräche/s (gescheitert; ms Rechenzeit je Gespräch in Asterisk + Server)",
        "");
    for (Way way : Way.values()) {
      for (DialplanPeer.Step step : peer.steps(way)) {
        report.row(
            "  %s, %d auf der Leitung".formatted(DialplanPeer.title(way), step.atOnce()),
            "%,.1f (%.2f %%; %.2f + %.2f)"
                .formatted(
                    step.perSecond(),
                    100 * step.failed(),
                    step.asteriskMillis(),
                    step.serverMillis()));
      }
    }
    double plain = peer.best(Way.PLAIN);
    double ours = peer.best(Way.OURS);
    report.row("  Bestes: Asterisk allein / Durchkommen", "%,.1f / %,.1f".formatted(plain, ours));
    report.figure("calls.per_s_dialplan", plain, "calls/s");
    report.figure("calls.per_s", ours, "calls/s");
    report.figure("calls.ratio_to_dialplan", plain > 0 ? ours / plain : 0, "ratio");
    sound &= plain > 0 && ours > 0;
  }
}
