package de.durchkommen.launch.phone;

import java.time.Duration;

/**
 * A prompt that was recognised in a recording.
 *
 * @param sound which prompt
 * @param start when its voice began, from pick-up
 * @param length how much of it was heard, from its first voice on
 * @param whole whether it was heard to its end
 * @param likeness normalised cross-correlation of what was heard with the prompt, 0 to 1
 */
public record Heard(
    PromptSound sound, Duration start, Duration length, boolean whole, double likeness) {
  /** When the part that was heard ended, from pick-up. */
  public Duration end() {
    return start.plus(length);
  }
}
