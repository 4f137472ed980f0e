package de.durchkommen.launch.phone;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Presses what a question asks for, whenever it is asked: somebody who is asked once more, since a
 * node has died, answers once more.
 */
final class AnsweringHand implements Hand {
  private final Map<String, String> answers;
  private final DueKeys due;

  /**
   * Takes what to press.
   *
   * @param answers keys by words of the question
   * @param pause how long after the beginning of a question
   */
  AnsweringHand(Map<String, String> answers, Duration pause, Clock clock) {
    this.answers = Map.copyOf(answers);
    this.due = new DueKeys(pause, clock);
  }

  @Override
  public void asked() {
    // Without its text, a question cannot be answered.
  }

  @Override
  public void asked(String text) {
    answers.entrySet().stream()
        .filter(answer -> text.contains(answer.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .ifPresent(due::add);
  }

  @Override
  public Move move() {
    return due.move();
  }
}
