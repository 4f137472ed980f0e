package de.durchkommen.launch.phone;

import java.time.Clock;
import java.time.Duration;

/** Presses what a {@link KeyPlan} says, a little after each question began. */
final class PlannedHand implements Hand {
  private final KeyPlan plan;
  private final DueKeys due;

  PlannedHand(KeyPlan plan, Duration pause, Clock clock) {
    this.plan = plan;
    this.due = new DueKeys(pause, clock);
  }

  @Override
  public void asked() {
    plan.next().ifPresent(due::add);
  }

  @Override
  public Move move() {
    return due.move();
  }
}
