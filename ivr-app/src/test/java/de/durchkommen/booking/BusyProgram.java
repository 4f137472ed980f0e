package de.durchkommen.booking;

import de.durchkommen.database.Database;
import de.durchkommen.database.LocalTransactions;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.LongStream;

/**
 * Two desks with many callers, as a program that can be killed. It does what the lines of its
 * standard input say: {@code pause} and {@code go}; it ends when that ends, so with its parent.
 */
final class BusyProgram {
  static final int CALLERS = 32;

  /** People of each caller; they have the keys from 1 on. */
  static final int PEOPLE_EACH = 4;

  private final ToldLines lines;
  private final RenewedHolds holds;
  private final List<BusyCaller> callers = new ArrayList<>();
  private final Gate gate = new Gate(CALLERS);

  private BusyProgram(Database one, Database two, ToldLines lines, Clock clock, long seed) {
    ScheduledExecutorService none = Executors.newScheduledThreadPool(0);
    this.lines = lines;
    this.holds = new RenewedHolds(one, clock, none);
    SecureRandom secret = new SecureRandom();
    List<BookingDesk> desks =
        List.of(
            new SeatDesk(one, holds, clock, secret),
            new SeatDesk(two, Holds.LEFT_TO_RUN_OUT, clock, secret));
    for (int i = 0; i < CALLERS; i++) {
      long from = 1L + (long) i * PEOPLE_EACH;
      List<Long> people = LongStream.range(from, from + PEOPLE_EACH).boxed().toList();
      callers.add(new BusyCaller(desks, people, new Random(seed + i), lines, gate::ended));
    }
  }

  /** Its arguments: address of the schema, file for its lines, time to begin at, seed. */
  public static void main(String[] args) throws Exception {
    Duration ahead = Duration.between(Instant.now(), Instant.parse(args[2]));
    try (LocalTransactions transactions = new LocalTransactions(args[0], "root", "", 64);
        ToldLines lines = new ToldLines(Path.of(args[1]))) {
      BusyProgram program =
          new BusyProgram(
              new Database(transactions),
              new Database(transactions),
              lines,
              Clock.offset(Clock.systemUTC(), ahead),
              Long.parseLong(args[3]));
      program.run();
    }
    System.exit(0);
  }

  private void run() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (BusyCaller caller : callers) {
      threads.add(Thread.ofPlatform().start(() -> work(caller)));
    }
    threads.add(Thread.ofPlatform().start(this::care));
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      if (order.equals("pause")) {
        gate.shut();
        lines.paused();
      } else {
        gate.open();
      }
    }
    gate.end();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void work(BusyCaller caller) {
    try {
      caller.begin();
      while (gate.passed()) {
        caller.step();
      }
    } catch (RuntimeException e) {
      lines.wrong("a caller stopped: " + e + " because of " + e.getCause());
    }
  }

  /** What the application does every minute, much more often. */
  private void care() {
    while (!gate.ended()) {
      holds.renew();
      holds.reap();
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
