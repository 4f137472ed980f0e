package de.durchkommen.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How long somebody at a position will wait, as a range that can be kept. */
@SuppressWarnings("DoNotCallSuggester") // To be written.
final class WaitEstimate {
  /**
   * What was seen of late, on all nodes.
   *
   * @param admissions when somebody was let in, newest first, bounded in number
   * @param since from when on these are all
   * @param left how many left the line otherwise since then (gave up, merged, unreached)
   * @param waiting how many wait now
   * @param dialogues how many are let in at once
   * @param running how many dialogues run now
   */
  record Flow(
      List<Instant> admissions, Instant since, int left, int waiting, int dialogues, int running) {}

  /** The range for this position; empty when nothing can be said honestly. */
  Optional<WaitRange> range(int position, Flow flow, Instant now) {
    throw new UnsupportedOperationException("to be written: " + position + flow + now);
  }

  /** Somebody was told this range and was let in after this time: the estimate learns from it. */
  void proved(WaitRange told, Duration wait) {
    throw new UnsupportedOperationException("to be written: " + told + wait);
  }
}
