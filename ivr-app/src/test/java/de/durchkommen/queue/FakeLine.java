package de.durchkommen.queue;

import de.durchkommen.queue.WaitEstimate.Flow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/** A line in seconds, whose dialogues last lognormally long and whose callers lose patience. */
final class FakeLine {
  private static final Instant START = Instant.parse("2026-11-30T07:00:00Z");
  private static final int REMEMBERED = 500;
  private static final double SIGMA = 0.8;

  final WaitEstimate estimate = new WaitEstimate();
  private final Random random;
  private final List<Waiter> line = new ArrayList<>();
  private final PriorityQueue<Integer> ends = new PriorityQueue<>();
  private final Deque<Integer> admissions = new ArrayDeque<>();
  private final Deque<Integer> left = new ArrayDeque<>();
  private final List<Double> ratios = new ArrayList<>();
  int dialogues = 20;
  double seconds = 240;
  double patience = 3_600;
  double arrivals;
  int hits;
  int told;
  int untold;
  private int clock;

  FakeLine(long seed) {
    random = new Random(seed);
  }

  private record Waiter(int since, int until, Optional<WaitRange> range) {}

  /** So many come at once. */
  void come(int callers) {
    Flow flow = flow();
    for (int i = 0; i < callers; i++) {
      Optional<WaitRange> range = estimate.range(line.size() + 1, flow, now());
      untold += range.isPresent() ? 0 : 1;
      line.add(new Waiter(clock, clock + 1 + (int) exponential(patience), range));
    }
  }

  /** So much time passes. */
  void pass(Duration duration) {
    for (long end = clock + duration.toSeconds(); clock < end; ) {
      clock++;
      while (!ends.isEmpty() && ends.peek() <= clock) {
        ends.remove();
      }
      line.removeIf(this::leaves);
      admit();
      estimate.seen(flow(), now());
      come(poisson(arrivals));
    }
  }

  double hitRatio() {
    return (double) hits / told;
  }

  /** Until by from, of those who waited more than ten minutes. */
  double medianWidth() {
    Collections.sort(ratios);
    return ratios.isEmpty() ? 1 : ratios.get(ratios.size() / 2);
  }

  private boolean leaves(Waiter waiter) {
    if (waiter.until <= clock) {
      left.addFirst(clock);
      return true;
    }
    return false;
  }

  private void admit() {
    while (!line.isEmpty() && ends.size() < dialogues) {
      Waiter next = line.removeFirst();
      ends.add(clock + (int) Math.max(1, lognormal(seconds)));
      admissions.addFirst(clock);
      next.range.ifPresent(range -> prove(range, clock - next.since));
    }
    while (admissions.size() > REMEMBERED) {
      admissions.removeLast();
    }
  }

  private void prove(WaitRange range, int waited) {
    Duration wait = Duration.ofSeconds(waited);
    told++;
    hits += range.holds(wait) ? 1 : 0;
    if (wait.toMinutes() > 10) {
      double until = range.until().map(Duration::toMinutes).orElse(1_000L);
      ratios.add(until / Math.max(1, range.from().toMinutes()));
    }
    estimate.proved(range, wait);
  }

  private Flow flow() {
    int since = admissions.size() < REMEMBERED ? 0 : admissions.getLast();
    while (!left.isEmpty() && left.getLast() < since) {
      left.removeLast();
    }
    List<Instant> times = admissions.stream().map(START::plusSeconds).toList();
    return new Flow(
        times, START.plusSeconds(since), left.size(), line.size(), dialogues, ends.size());
  }

  private Instant now() {
    return START.plusSeconds(clock);
  }

  private double lognormal(double mean) {
    return mean * Math.exp(SIGMA * random.nextGaussian() - SIGMA * SIGMA / 2);
  }

  private double exponential(double mean) {
    return -mean * Math.log(1 - random.nextDouble());
  }

  private int poisson(double mean) {
    int count = 0;
    for (double left = mean; left > 0; ) {
      left -= exponential(1);
      count += left > 0 ? 1 : 0;
    }
    return count;
  }
}
