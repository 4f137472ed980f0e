package de.durchkommen.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas beside others that say the same in a limit, and beside callers who are made up. */
class ErlangATest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration LONG = Duration.ofHours(4);
  private static final int CALLERS = 400_000;

  private static Load load(double calls, long handling, Duration patience) {
    return new Load(calls, Duration.ofSeconds(handling), patience);
  }

  /** Erlang-B by its recursion: the share of calls that find all servers busy. */
  private static double erlangB(int servers, double erlangs) {
    double blocked = 1;
    for (int i = 1; i <= servers; i++) {
      blocked = erlangs * blocked / (i + erlangs * blocked);
    }
    return blocked;
  }

  private static double erlangC(int servers, double erlangs) {
    double blocked = erlangB(servers, erlangs);
    double occupancy = erlangs / servers;
    return blocked / (1 - occupancy * (1 - blocked));
  }

  /** Whoever waits for hours without hanging up waits as Erlang (1917) has it. */
  @ParameterizedTest
  @CsvSource({"100, 240, 9", "1000, 240, 75", "10000, 180, 520"})
  void withEndlessPatienceItIsErlangC(double calls, long handling, int agents) {
    Load load = load(calls, handling, LONG);
    Performance so = new ErlangA(load, agents).performance(SOON);
    double waits = erlangC(agents, load.erlangs());
    double late = waits * Math.exp(-(agents - load.erlangs()) / handling * 20);
    assertThat(so.waits()).isCloseTo(waits, within(0.01));
    assertThat(so.inTime()).isCloseTo(1 - late, within(0.01));
  }

  /** Whoever hangs up at once is lost as Erlang-B has it. */
  @Test
  void withoutPatienceItIsErlangB() {
    Load load = load(1, 14_400, Duration.ofSeconds(1));
    Performance so = new ErlangA(load, 3).performance(Duration.ZERO);
    assertThat(so.abandoned()).isCloseTo(erlangB(3, load.erlangs()), within(0.001));
  }

  @ParameterizedTest
  @CsvSource({"60, 240, 120, 5", "60, 240, 120, 3", "600, 180, 60, 30", "900, 240, 180, 40"})
  void callersWhoAreMadeUpFareTheSame(double calls, long handling, long patience, int agents) {
    Load load = load(calls, handling, Duration.ofSeconds(patience));
    Performance so = new ErlangA(load, agents).performance(SOON);
    MadeUp made = MadeUp.of(load, agents, SOON, new Random(7));
    assertThat(so.abandoned()).as("abandoned").isCloseTo(made.abandoned(), within(0.01));
    assertThat(so.inTime()).as("in time").isCloseTo(made.inTime(), within(0.01));
    assertThat(so.meanWait().toMillis() / 1e3)
        .as("wait")
        .isCloseTo(made.meanWait(), within(0.05 * made.meanWait() + 0.1));
  }

  /**
   * Shares of callers who are made up.
   *
   * @param meanWait in seconds
   */
  private record MadeUp(double abandoned, double inTime, double meanWait) {
    /** First come, first served; the first free server is the one who ends first. */
    static MadeUp of(Load load, int agents, Duration within, Random random) {
      PriorityQueue<Double> free = new PriorityQueue<>();
      for (int i = 0; i < agents; i++) {
        free.add(0.0);
      }
      double now = 0;
      int gone = 0;
      int inTime = 0;
      double waited = 0;
      for (int i = 0; i < CALLERS; i++) {
        now += exponential(random, 1 / load.arrivals());
        double begins = Math.max(now, free.peek());
        double patience = exponential(random, Load.seconds(load.patience()));
        if (begins - now > patience) {
          gone++;
          waited += patience;
        } else {
          free.remove();
          free.add(begins + exponential(random, Load.seconds(load.handling())));
          waited += begins - now;
          inTime += begins - now <= Load.seconds(within) ? 1 : 0;
        }
      }
      return new MadeUp(gone / (double) CALLERS, inTime / (double) CALLERS, waited / CALLERS);
    }

    private static double exponential(Random random, double mean) {
      return -mean * Math.log(1 - random.nextDouble());
    }
  }

  /** Flow conservation: who is served is who does not hang up. */
  @ParameterizedTest
  @CsvSource({"10, 1", "10, 100", "1000, 10", "1000, 1000", "100000, 0", "100000, 10000"})
  void whatComesInIsServedOrHangsUp(double calls, int agents) {
    Load load = load(calls, 240, Duration.ofSeconds(150));
    Performance so = new ErlangA(load, agents).performance(SOON);
    double served = so.occupancy() * agents / load.erlangs();
    assertThat(served + so.abandoned()).isCloseTo(1, within(1e-6));
    assertThat(so.inTime()).isBetween(0.0, 1.0);
    assertThat(so.inTime()).isLessThanOrEqualTo(1 - so.abandoned() + 1e-9);
  }

  @Test
  void nobodyWaitsWhereNobodyCalls() {
    Performance so = new ErlangA(load(0, 240, SOON), 3).performance(SOON);
    assertThat(so).isEqualTo(new Performance(1, 0, 0, Duration.ZERO, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"60, 0.8", "600, 0.8", "5000, 0.95", "100000, 0.5"})
  void oneAgentLessIsNotEnough(double calls, double share) {
    Load load = load(calls, 240, Duration.ofSeconds(150));
    Staffing goal = new Staffing(SOON, share, 0.05);
    int needed = goal.agents(load).orElseThrow();
    Performance enough = new ErlangA(load, needed).performance(SOON);
    Performance few = new ErlangA(load, needed - 1).performance(SOON);
    assertThat(enough.inTime()).isGreaterThanOrEqualTo(share);
    assertThat(enough.abandoned()).isLessThanOrEqualTo(0.05);
    assertThat(few.inTime() < share || few.abandoned() > 0.05).isTrue();
  }

  @Test
  void aGoalThatNobodyReachesHasNoNumber() {
    Load load = load(Load.MOST_CALLS, 14_400, Duration.ofSeconds(60));
    assertThat(new Staffing(SOON, 0.8, 1).agents(load)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1, 240, 60", "100001, 240, 60", "NaN, 240, 60", "1, 0, 60", "1, 14401, 60"})
  void whatIsNoLoadIsRefused(double calls, long handling, long patience) {
    assertThatThrownBy(() -> load(calls, handling, Duration.ofSeconds(patience)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has to be");
  }
}
