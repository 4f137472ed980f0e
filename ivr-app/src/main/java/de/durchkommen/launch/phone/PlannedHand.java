package de.durchkommen.launch.phone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Presses what a {@link KeyPlan} says, a little after each question began. */
final class PlannedHand implements Hand {
  private record Due(Instant when, String keys) {}

  private final KeyPlan plan;
  private final Duration pause;
  private final Clock clock;
  private final Queue<Due> due = new ArrayDeque<>();

  PlannedHand(KeyPlan plan, Duration pause, Clock clock) {
    this.plan = plan;
    this.pause = pause;
    this.clock = clock;
  }

  @Override
  public void asked() {
    Optional<String> keys = plan.next();
    keys.ifPresent(entry -> due.add(new Due(clock.instant().plus(pause), entry)));
  }

  @Override
  public Move move() {
    Due next = due.peek();
    if (next == null || clock.instant().isBefore(next.when())) {
      return new Move.Nothing();
    }
    due.remove();
    return new Move.Press(next.keys());
  }
}
