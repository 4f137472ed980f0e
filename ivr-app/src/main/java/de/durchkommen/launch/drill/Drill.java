package de.durchkommen.launch.drill;

import de.durchkommen.launch.phone.BookingCall;
import de.durchkommen.launch.phone.PhoneSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * One fault after the other, each under the same load: some who book, more who wait in the queue,
 * and one new caller a second, by whom it is seen when calls flow again.
 */
public final class Drill {
  private static final String GATEWAY = "172.30.118.1";
  private static final String HOTLINE = "172.30.118.5:5060";
  private static final String DATABASE = "172.30.118.3";
  private static final int DATABASES = 3;
  private static final int DATABASE_PORT = 3_306;
  private static final int DIALOGUES = 6;

  /** Who book have dialogues before anybody waits. */
  private static final int BOOKERS = 4;

  private static final int WAITING = 30;
  private static final double WAITING_A_SECOND = 10;
  private static final Duration BEFORE_WAITING = Duration.ofSeconds(10);
  private static final Duration BEFORE_FAULT = Duration.ofSeconds(12);
  private static final Duration FAULT = Duration.ofSeconds(25);
  private static final Duration AFTER = Duration.ofSeconds(35);
  private static final Duration NEW_CALL = Duration.ofSeconds(5);

  /** In this time Asterisk has given a call to the next node. */
  private static final Duration NEXT = Duration.ofSeconds(2);

  private static final Duration END = Duration.ofSeconds(60);
  private static final Duration CALLS_END = Duration.ofMinutes(5);

  /** Journeys are written behind the calls. */
  private static final Duration WRITTEN = Duration.ofSeconds(12);

  /** Endings by which the hotline served somebody, however little they pressed. */
  private static final Set<String> TOLD_OF_FAULT = Set.of("FAILED");

  private final Parts parts;
  private final PrintWriter out;
  private final Cluster cluster;
  private int round;

  /**
   * What a drill needs.
   *
   * @param docker folder of the Compose files
   * @param tools root of the programs that the machine has not installed
   * @param sipp program
   * @param work folder of its own
   * @param report file for the table
   */
  public record Parts(Path docker, Path tools, Path sipp, Path work, Path report) {}

  /** A drill that tells what it does here. */
  public Drill(Parts parts, PrintWriter out) {
    this.parts = parts;
    this.out = out;
    Map<String, String> environment = new TreeMap<>();
    for (int i = 1; i <= DATABASES; i++) {
      environment.put("DRILL_DB" + i, GATEWAY + ":" + proxyPort(i));
    }
    environment.put("DRILL_DIALOGUES", String.valueOf(DIALOGUES));
    environment.put("DURCHKOMMEN_HTTP_PORT", "18097");
    environment.put("DURCHKOMMEN_HTTP_PORT_2", "18098");
    environment.put("DURCHKOMMEN_SIP_PORT", "15961");
    environment.put("DURCHKOMMEN_LANGUAGES", "de");
    this.cluster = new Cluster(new Engine(parts.docker(), environment));
  }

  private static int proxyPort(int database) {
    return 13_430 + database;
  }

  /** The words for all faults, in their order. */
  public static List<String> words() {
    return List.of(Fault.values()).stream().map(Fault::word).toList();
  }

  /**
   * Starts the cluster, lets these fail, tells what it cost, and takes the cluster away.
   *
   * @param words of {@link #words}
   * @param keep whether the cluster stays
   * @return whether nothing was lost that need not be
   */
  public boolean run(List<String> words, boolean keep) throws IOException, InterruptedException {
    Files.createDirectories(parts.work());
    List<Cost> costs = new ArrayList<>();
    out.println("• Der Verbund startet …");
    // The network first: the lines to the databases are entered at its gateway.
    List<DelayProxy> lines = new ArrayList<>();
    try {
      Thread opening = Thread.ofVirtual().start(() -> opened(lines));
      cluster.starts();
      opening.join();
      Fault.Lines slow = new Fault.Lines(lines);
      for (String word : words) {
        Cost cost = round(Fault.of(word).orElseThrow(), slow);
        costs.add(cost);
        out.println(cost.line());
        out.flush();
      }
    } finally {
      for (DelayProxy line : lines) {
        line.close();
      }
      if (!keep) {
        cluster.clears();
      }
      if (!costs.isEmpty()) {
        report(costs);
      }
    }
    return costs.stream().allMatch(Cost::isBearable);
  }

  /** As soon as the network is there. */
  private void opened(List<DelayProxy> lines) {
    Instant limit = Instant.now().plus(CALLS_END);
    while (lines.size() < DATABASES && Instant.now().isBefore(limit)) {
      int next = lines.size() + 1;
      try {
        lines.add(
            new DelayProxy(
                new InetSocketAddress(InetAddress.ofLiteral(GATEWAY), proxyPort(next)),
                new InetSocketAddress(InetAddress.ofLiteral(DATABASE + next), DATABASE_PORT)));
      } catch (IOException notYet) {
        pause(Duration.ofMillis(200));
      }
    }
  }

  private void report(List<Cost> costs) throws IOException {
    String table = Cost.table(costs);
    Files.writeString(parts.report(), table);
    out.println();
    out.print(table);
    out.println("Auch in " + parts.report());
    out.flush();
  }

  private Cost round(Fault fault, Fault.Lines lines) throws IOException, InterruptedException {
    round++;
    out.println("• " + fault.word() + " …");
    out.flush();
    long journeys = cluster.lastJourney();
    int booked = cluster.booked();
    int broken = sum(cluster.broken());
    Set<String> lost = new HashSet<>();
    int placesLost;
    int mayBeLost;
    Optional<Long> recovery;
    Callers.Line line = new Callers.Line(parts.sipp(), parts.work(), GATEWAY, HOTLINE);
    try (ExecutorService bookers = Executors.newVirtualThreadPerTaskExecutor();
        DatagramSocket unheard = new DatagramSocket(0, InetAddress.ofLiteral(GATEWAY))) {
      List<Future<BookingCall.Ended>> bookings = new ArrayList<>();
      for (Cluster.Letter letter : cluster.letters(BOOKERS)) {
        String number = "+4956140%02d%03d".formatted(round, bookings.size());
        bookings.add(bookers.submit(() -> books(number, letter)));
      }
      pause(BEFORE_WAITING);
      Duration stay = BEFORE_FAULT.plus(FAULT).plus(AFTER);
      int sound = unheard.getLocalPort();
      Callers waiting =
          new Callers(
              line,
              "hold-" + round,
              WAITING,
              WAITING_A_SECOND,
              stay,
              "+4956150%02d".formatted(round),
              sound);
      int seconds = Math.toIntExact(stay.toSeconds()) - 5;
      Callers coming =
          new Callers(
              line, "new-" + round, seconds, 1, NEW_CALL, "+4956160%02d".formatted(round), sound);
      pause(BEFORE_FAULT);
      Set<String> tickets = cluster.waiting();
      mayBeLost = fault.asterisk().isPresent() ? cluster.calls(fault.asterisk().get()) : 0;
      Instant begun = Instant.now();
      fault.begins(cluster, lines);
      pause(FAULT.minus(Duration.between(begun, Instant.now())));
      fault.ends(cluster, lines);
      pause(AFTER.minusSeconds(10));
      Set<String> gone = cluster.lost(tickets);
      placesLost = gone.size();
      waiting.ended(END);
      coming.ended(END);
      lost.addAll(booked(bookings));
      cluster.heals();
      pause(WRITTEN);
      lost.addAll(cutOff(waiting, "hold-" + round + "-"));
      Set<String> unserved = unserved(coming);
      recovery = recovery(coming, unserved, begun);
      unserved.stream().filter(id -> wasHit(coming, id, begun)).forEach(lost::add);
      coming.failed().stream().filter(id -> wasBefore(coming, id, begun)).forEach(lost::add);
      out.println(
          "  %d warteten, %d davon ohne Platz; neue Anrufe: %d, nicht bedient %s; verloren: %s"
              .formatted(tickets.size(), placesLost, coming.many(), unserved, lost));
    }
    int soldOut = cluster.freeSeats() > BOOKERS * 2 ? cluster.soldOut(journeys) : 0;
    return new Cost(
        fault,
        lost.size(),
        mayBeLost,
        recovery,
        placesLost,
        sum(cluster.broken()) - broken,
        soldOut,
        cluster.booked() - booked);
  }

  private BookingCall.Ended books(String number, Cluster.Letter letter)
      throws IOException, InterruptedException {
    PhoneSettings settings =
        new PhoneSettings(
            parts.tools(),
            parts.work().resolve("sounds"),
            new InetSocketAddress(InetAddress.ofLiteral("172.30.118.5"), 5_060),
            Optional.empty(),
            List.of(URI.create("http://127.0.0.1:18097/"), URI.create("http://127.0.0.1:18098/")),
            token(),
            PhoneSettings.DEFAULT_PAUSE,
            List.of("de"));
    return new BookingCall(settings).made(number, letter.code(), letter.birthDate());
  }

  private Path token() throws IOException, InterruptedException {
    Path file = parts.work().resolve("token");
    synchronized (this) {
      if (!Files.exists(file)) {
        Files.createDirectories(parts.work().resolve("sounds"));
        Files.writeString(file, cluster.token());
      }
    }
    return file;
  }

  /** Who wanted to book and was not told how it ended. */
  private Set<String> booked(List<Future<BookingCall.Ended>> bookings)
      throws IOException, InterruptedException {
    Set<String> lost = new HashSet<>();
    List<String> outcomes = new ArrayList<>();
    for (Future<BookingCall.Ended> booking : bookings) {
      BookingCall.Ended ended;
      try {
        ended = booking.get(END.toSeconds(), TimeUnit.SECONDS);
      } catch (TimeoutException goesOn) {
        booking.cancel(true);
        ended = new BookingCall.Ended("UNFINISHED", false, "");
      } catch (ExecutionException failed) {
        throw new IOException("Ein Telefon ist ausgefallen", failed.getCause());
      }
      String outcome = ended.outcome().replaceAll(" .*", "");
      outcomes.add(outcome);
      if (!ended.inWords() || TOLD_OF_FAULT.contains(outcome)) {
        lost.add("booker-" + outcomes.size());
        Files.writeString(
            parts.work().resolve("booker-" + round + "-" + outcomes.size() + ".txt"),
            ended.heard() + ended.outcome() + "\n");
      }
    }
    out.println("  gebucht wurde so: " + outcomes);
    return lost;
  }

  /** Who waited and was cut off; somebody whom the scripts had said good-bye to was not. */
  private Set<String> cutOff(Callers callers, String begin)
      throws IOException, InterruptedException {
    Map<String, List<String>> journeys = cluster.journeys(begin);
    Set<String> lost = new HashSet<>(callers.failed());
    lost.removeIf(id ->
        journeys.getOrDefault(id, List.of()).stream()
            .anyMatch(outcome -> !outcome.equals("HUNG_UP") && !TOLD_OF_FAULT.contains(outcome)));
    return lost;
  }

  /** New callers who heard nothing of the scripts, or were refused or cut off. */
  private Set<String> unserved(Callers callers) throws IOException, InterruptedException {
    Map<String, List<String>> journeys = cluster.journeys("new-" + round + "-");
    Set<String> unserved = new HashSet<>(callers.failed());
    IntStream.rangeClosed(1, callers.many())
        .mapToObj(callers::id)
        .filter(id -> !journeys.containsKey(id))
        .forEach(unserved::add);
    return unserved;
  }

  /**
   * On the line when the fault began, and for so long afterwards that another node had to serve the
   * caller. Who hangs up before that, as planned, may be missing among the journeys, which a node
   * writes each second, but has missed nothing.
   */
  private static boolean wasHit(Callers callers, String id, Instant fault) {
    return IntStream.rangeClosed(1, callers.many())
        .filter(call -> callers.id(call).equals(id))
        .mapToObj(callers::begun)
        .anyMatch(begun -> begun.isBefore(fault) && begun.plus(NEW_CALL).isAfter(fault.plus(NEXT)));
  }

  /** Called before the fault began. */
  private static boolean wasBefore(Callers callers, String id, Instant fault) {
    return IntStream.rangeClosed(1, callers.many())
        .filter(call -> callers.id(call).equals(id))
        .anyMatch(call -> callers.begun(call).isBefore(fault));
  }

  /** Until the first call from which on all were served. */
  private static Optional<Long> recovery(Callers callers, Set<String> unserved, Instant fault) {
    int last =
        IntStream.rangeClosed(1, callers.many())
            .filter(call -> unserved.contains(callers.id(call)))
            .filter(call -> callers.begun(call).plus(NEW_CALL).isAfter(fault))
            .max()
            .orElse(0);
    if (last == 0) {
      return Optional.of(0L);
    }
    if (last == callers.many()) {
      return Optional.empty();
    }
    return Optional.of(Math.max(0, Duration.between(fault, callers.begun(last + 1)).toSeconds()));
  }

  private static int sum(Map<String, Integer> broken) {
    return broken.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static void pause(Duration time) {
    try {
      if (time.isPositive()) {
        Thread.sleep(time);
      }
    } catch (InterruptedException brokenOff) {
      throw new IllegalStateException(brokenOff);
    }
  }
}
