package de.durchkommen.planning;

import java.time.Duration;
import java.util.Arrays;

/**
 * Callers who hang up, in the long run: the queue M/M/n+M of Palm (1957), as told by Garnett,
 * Mandelbaum and Reiman, "Designing a Call Center with Impatient Customers", M&amp;SOM 4 (2002).
 *
 * <p>With arrivals at rate λ, service at rate μ by each of n agents and impatience at rate θ of
 * each who waits, the number of callers goes up at rate λ and down at rate min(j, n)·μ + (j −
 * n)⁺·θ. Its stationary probabilities are products of these rates; they are added up as logarithms,
 * so that neither a thousand agents nor a hundred times their load is too much.
 *
 * <p>Who comes when n + k callers are there has k before them. If they never hung up they would
 * wait for V, the sum of exponential times with rates n·μ + i·θ, i = 0 … k. With α = n·μ / θ, the
 * probability e^(−θV) that they are still there then has the distribution Beta(α, k + 1), so those
 * who are served within t are α / (α + k + 1) · (1 − I_x(α + 1, k + 1)) of them, with x = e^(−θt)
 * and I the regularised incomplete beta function (DLMF 8.17).
 */
public final class ErlangA {
  /** States that are less likely than the likeliest by this are left out. */
  private static final double NEGLIGIBLE = Math.log(1e-18);

  private static final int FIRST_SIZE = 256;

  private final double arrivals;
  private final double service;
  private final double impatience;
  private final int agents;

  /** Probabilities of 0, 1, … callers. */
  private final double[] probabilities;

  /**
   * A queue.
   *
   * @param agents how many there are, 0 or more
   */
  public ErlangA(Load load, int agents) {
    if (agents < 0) {
      throw new IllegalArgumentException("agents has to be 0 or more");
    }
    this.arrivals = load.arrivals();
    this.service = 1 / Load.seconds(load.handling());
    this.impatience = 1 / Load.seconds(load.patience());
    this.agents = agents;
    this.probabilities = shares(logs());
  }

  /** Logarithms of the probabilities, up to a common summand. */
  private double[] logs() {
    double[] logs = new double[Math.max(FIRST_SIZE, 2 * agents)];
    double most = 0;
    int callers = 0;
    // Beyond the likeliest number it only falls.
    while (arrivals > 0 && (departures(callers) <= arrivals || logs[callers] > most + NEGLIGIBLE)) {
      callers++;
      if (callers == logs.length) {
        logs = Arrays.copyOf(logs, 2 * logs.length);
      }
      logs[callers] = logs[callers - 1] + Math.log(arrivals / departures(callers));
      most = Math.max(most, logs[callers]);
    }
    return Arrays.copyOf(logs, callers + 1);
  }

  private static double[] shares(double[] logs) {
    double highest = Arrays.stream(logs).max().orElse(0);
    double[] shares = Arrays.stream(logs).map(log -> Math.exp(log - highest)).toArray();
    double total = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(share -> share / total).toArray();
  }

  private double departures(int callers) {
    return Math.min(callers, agents) * service + Math.max(0, callers - agents) * impatience;
  }

  /**
   * What they meet with.
   *
   * @param within who is served within that time is served in time; 0 or more
   */
  public Performance performance(Duration within) {
    double inTime = 0;
    double waits = 0;
    double queue = 0;
    double busy = 0;
    InTime served = new InTime(within);
    for (int callers = 0; callers < probabilities.length; callers++) {
      double share = probabilities[callers];
      busy += share * Math.min(callers, agents);
      if (callers < agents) {
        inTime += share;
      } else {
        waits += share;
        queue += share * (callers - agents);
        inTime += share * served.next();
      }
    }
    double abandoned = arrivals == 0 ? 0 : Math.min(1, impatience * queue / arrivals);
    double wait = arrivals == 0 ? 0 : queue / arrivals;
    return new Performance(
        Math.clamp(inTime, 0, 1),
        abandoned,
        Math.clamp(waits, 0, 1),
        Duration.ofMillis(Math.round(1e3 * wait)),
        agents == 0 ? 0 : Math.min(1, busy / agents),
        queue);
  }

  /** Who has 0, 1, … callers before them: the share of those who are served in time. */
  private final class InTime {
    private final double alpha = agents * service / impatience;
    private final double logGone;
    private int before;

    /** Logarithm of the next summand of the incomplete beta function. */
    private double log;

    /** I_x(α + 1, before + 1). */
    private double late;

    InTime(Duration within) {
      double time = impatience * Load.seconds(within);
      // 1 − x without loss where x is near 1.
      logGone = Math.log(-Math.expm1(-time));
      log = -(alpha + 1) * time;
      late = Math.exp(log);
    }

    double next() {
      double served = alpha / (alpha + before + 1) * (1 - Math.min(1, late));
      before++;
      // I_x(a, b + 1) = I_x(a, b) + x^a (1 − x)^b / (b B(a, b)), DLMF 8.17.21.
      log += logGone + Math.log((alpha + before) / before);
      late += Math.exp(log);
      return served;
    }
  }
}
