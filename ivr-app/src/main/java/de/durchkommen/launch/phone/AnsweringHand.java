package de.durchkommen.launch.phone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Presses what a question asks for, whenever it is asked: somebody who is asked once more, since a
 * node has died, answers once more.
 */
final class AnsweringHand implements Hand {
  private record Due(Instant when, String keys) {}

  private final Map<String, String> answers;
  private final Duration pause;
  private final Clock clock;
  private final Queue<Due> due = new ArrayDeque<>();

  /**
   * Takes what to press.
   *
   * @param answers keys by words of the question
   * @param pause how long after the beginning of a question
   */
  AnsweringHand(Map<String, String> answers, Duration pause, Clock clock) {
    this.answers = Map.copyOf(answers);
    this.pause = pause;
    this.clock = clock;
  }

  @Override
  public void asked() {
    // Without its text, a question cannot be answered.
  }

  @Override
  public void asked(String text) {
    Optional<String> keys =
        answers.entrySet().stream()
            .filter(answer -> text.contains(answer.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
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
