package de.durchkommen.launch.phone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/** Keys that are to be pressed a little later, in their order. For one thread. */
final class DueKeys {
  private record Due(Instant when, String keys) {}

  private final Duration pause;
  private final Clock clock;
  private final Queue<Due> due = new ArrayDeque<>();

  /**
   * None yet.
   *
   * @param pause how much later
   */
  DueKeys(Duration pause, Clock clock) {
    this.pause = pause;
    this.clock = clock;
  }

  /** To be pressed when the pause is over. */
  void add(String keys) {
    due.add(new Due(clock.instant().plus(pause), keys));
  }

  /** What is due now, one entry each time. */
  Hand.Move move() {
    Due next = due.peek();
    if (next == null || clock.instant().isBefore(next.when())) {
      return new Hand.Move.Nothing();
    }
    due.remove();
    return new Hand.Move.Press(next.keys());
  }
}
