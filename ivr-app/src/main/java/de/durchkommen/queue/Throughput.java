package de.durchkommen.queue;

import de.durchkommen.queue.WaitEstimate.Flow;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How quickly dialogues end, from what was seen of late.
 *
 * <p>What is counted is ends of dialogues in the time that dialogues have run, not admissions:
 * while there is no line, or all lines are filled at the opening, people are let in without anybody
 * having finished. The older something is, the less it counts. Before anything was seen, dialogues
 * are taken to last {@link #USUAL_SECONDS}; this counts as much as half of those that run now, and
 * less the more has been seen, since the first ones to end are the short ones.
 *
 * <p>Not for several threads.
 */
final class Throughput {
  /** How long a dialogue is taken to last before any was seen: seconds. */
  static final double USUAL_SECONDS = 240;

  /** What was taken before anything was seen is as uncertain as a mean of so many. */
  private static final double USUAL_COUNT = 4;

  /** So many ends are remembered, if that is within these times: seconds. */
  private static final double MEMORY = 50;

  private static final double MEMORY_LEAST = 300;
  private static final double MEMORY_MOST = 1_800;

  /** After such a gap nobody knows how many dialogues have run in between. */
  private static final Duration GAP = Duration.ofMinutes(5);

  /** What was let in during the first seconds may have filled lines that were free. */
  private static final Duration FILLING = Duration.ofSeconds(10);

  private static final Duration ENOUGH = Duration.ofMinutes(1);

  private @Nullable Instant seenAt;
  private int running;
  private double ended;
  private double dialogueSeconds;
  private double waiting;

  /** Looks at how it is now; {@code running} counts those who were let in at this time. */
  void seen(Flow flow, Instant now) {
    if (seenAt != null && !now.isAfter(seenAt)) {
      return;
    }
    if (seenAt == null) {
      begin(flow, now);
    } else {
      Duration since = Duration.between(seenAt, now);
      if (since.compareTo(GAP) > 0 || flow.since().isAfter(seenAt)) {
        waiting = flow.waiting();
      } else {
        remember(flow, seenAt, since.toNanos() / 1e9);
      }
    }
    seenAt = now;
    running = flow.running();
  }

  /** A node that has just come up knows admissions only: as many have ended as came after them. */
  private void begin(Flow flow, Instant now) {
    waiting = flow.waiting();
    if (flow.admissions().isEmpty()) {
      return;
    }
    Instant from = flow.admissions().getLast().plus(FILLING);
    Duration since = Duration.between(from, now);
    if (since.compareTo(ENOUGH) > 0) {
      running = flow.running();
      remember(flow, from, since.toNanos() / 1e9);
    }
  }

  private void remember(Flow flow, Instant from, double seconds) {
    double kept = Math.exp(-seconds / memory(flow));
    double counts = seconds < 1e-6 ? 1 : (1 - kept) * memory(flow) / seconds;
    long admitted = flow.admissions().stream().filter(from::isBefore).count();
    ended = ended * kept + (admitted - (flow.running() - running)) * counts;
    dialogueSeconds = dialogueSeconds * kept + (running + flow.running()) / 2.0 * seconds * counts;
    waiting = waiting * kept + flow.waiting() * (1 - kept);
  }

  private double memory(Flow flow) {
    double each = Math.max(1, flow.running()) * perSecond();
    return Math.clamp(MEMORY / each, MEMORY_LEAST, MEMORY_MOST);
  }

  /** How many end in a second for each one that runs; more than 0. */
  double perSecond() {
    double seen = Math.max(0, ended);
    double most = Math.max(USUAL_COUNT, running / 2.0);
    double usual = most / (1 + (seen / most) * (seen / most));
    return (usual + seen) / (usual * USUAL_SECONDS + dialogueSeconds);
  }

  /** The variance of {@link #perSecond} as a share of its square. */
  double uncertainty() {
    return 1 / (USUAL_COUNT + Math.max(0, ended));
  }

  /** Whether dialogues have run for so long without an end that nobody can say anything. */
  boolean isStill() {
    return ended < 0.5 && dialogueSeconds > 3 * USUAL_SECONDS * Math.max(1, running);
  }

  /** How many have waited of late. */
  double waiting() {
    return waiting;
  }
}
