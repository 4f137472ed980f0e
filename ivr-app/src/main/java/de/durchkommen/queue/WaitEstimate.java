package de.durchkommen.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long somebody at a position will wait, as a range that can be kept.
 *
 * <p>A line falls by those who are let in, μ in a second, and by those who give up, θ in a second
 * for each who waits (Erlang-A: Garnett, Mandelbaum and Reiman, 2002). The wait of somebody behind
 * n − 1 others has the mean Σ 1/(μ + θ(k − 1)), k from 1 to n, and the variance of a sum of such
 * steps (Whitt, Improving service by informing customers about anticipated delays, 1999), times the
 * dispersion that was seen, for people are let in in batches. To this comes the uncertainty of μ
 * itself, and of how many of those who were cut off come back (a uniform distribution), and that
 * tomorrow is not like today. The range is that of a lognormal distribution of this mean and
 * variance, made wider or narrower by {@link Calibration}, and rounded outwards to {@link
 * SpokenRange}.
 *
 * <p>For several threads; one for each node.
 */
final class WaitEstimate {
  /** Nine of ten are within this many standard deviations of a normal distribution. */
  private static final double SPREAD = 1.645;

  /** How much the rate changes while somebody waits: the variance as a share of its square. */
  private static final double DRIFT = 0.02;

  private final Throughput throughput = new Throughput();
  private final Calibration calibration = new Calibration();
  private Instant lastAt = Instant.MIN;
  private double dispersion = 1;
  private List<Integer> ranges = SpokenRange.MINUTES;

  /**
   * What was seen of late, on all nodes.
   *
   * @param admissions when somebody was let in, newest first, bounded in number
   * @param since from when on these are all
   * @param left how many left the line otherwise since then (gave up, merged, unreached)
   * @param waiting how many wait now
   * @param dialogues how many are let in at once
   * @param running how many dialogues run now, with those who were let in just now
   */
  record Flow(
      List<Instant> admissions, Instant since, int left, int waiting, int dialogues, int running) {}

  /**
   * Looks at how it is. To be called in each round, also while nobody waits: how long dialogues
   * last is learned all the time. {@link #range} does it, too. Once for each time: the rest of a
   * round is cheap.
   */
  synchronized void seen(Flow flow, Instant now) {
    if (!now.equals(lastAt)) {
      throughput.seen(flow, now);
      dispersion = Dispersion.of(flow.admissions(), now);
      lastAt = now;
    }
  }

  /**
   * The range for this position; empty when nothing can be said honestly.
   *
   * @param position 1 or more
   * @param away how many of those before it would be passed over now: cut off, or not called at
   *     this hour. Any number of them may be there in time, each one as likely
   */
  synchronized Optional<WaitRange> range(int position, int away, Flow flow, Instant now) {
    seen(flow, now);
    if (throughput.isStill()) {
      return Optional.empty();
    }
    int steps = position - away / 2 - Math.max(0, flow.dialogues() - flow.running());
    if (steps <= 0) {
      return SpokenRange.around(0, 0, ranges);
    }
    double each = throughput.perSecond();
    Steps line = new Steps(Math.max(1, flow.dialogues()) * each, leaving(flow, now));
    double mean = line.mean(steps) + surplus(flow) / each;
    double relative = throughput.uncertainty() + DRIFT + square((double) away / steps) / 12;
    return spoken(mean, dispersion * line.variance(steps) + relative * mean * mean);
  }

  /** The same when all before it would take their turn. */
  Optional<WaitRange> range(int position, Flow flow, Instant now) {
    return range(position, 0, flow, now);
  }

  private static double square(double number) {
    return number * number;
  }

  /** Ranges are told in these minutes from now on. */
  synchronized void tellsIn(List<Integer> minutes) {
    ranges = minutes;
  }

  /** Somebody was told this range and was let in after this time: the estimate learns from it. */
  void proved(WaitRange told, Duration wait) {
    calibration.ended(told.holds(wait));
  }

  private Optional<WaitRange> spoken(double mean, double variance) {
    double share = variance / (mean * mean);
    double median = mean / Math.sqrt(1 + share);
    double spread = Math.exp(SPREAD * calibration.width() * Math.sqrt(Math.log1p(share)));
    return SpokenRange.around(median / spread, median * spread, ranges);
  }

  /** Nobody is let in before the surplus has ended: Σ 1/k, k from one more than may run. */
  private static double surplus(Flow flow) {
    double may = Math.max(1, flow.dialogues());
    return flow.running() <= may ? 0 : Math.log((flow.running() + 0.5) / (may + 0.5));
  }

  /** θ: how many give up in a second for each who waits. */
  private double leaving(Flow flow, Instant now) {
    double seconds = Math.max(1, Duration.between(flow.since(), now).toSeconds());
    return flow.left() / seconds / Math.max(1, throughput.waiting());
  }

  /** The steps of a line to the front: the first takes 1/μ, each one behind it less. */
  private record Steps(double mu, double theta) {
    /** Below this share of μ nobody gives up. */
    private static final double NOBODY = 1e-6;

    /** Seconds; the sum behind the first step is taken as an integral. */
    double mean(int steps) {
      return theta * steps < NOBODY * mu
          ? steps / mu
          : 1 / mu + Math.log(rate(steps) / rate(1)) / theta;
    }

    double variance(int steps) {
      return theta * steps < NOBODY * mu
          ? steps / (mu * mu)
          : 1 / (mu * mu) + (1 / rate(1) - 1 / rate(steps)) / theta;
    }

    /** In the middle between this step and the next. */
    private double rate(int step) {
      return mu + theta * (step - 0.5);
    }
  }
}
