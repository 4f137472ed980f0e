package de.durchkommen.launch.phone;

import java.time.Duration;
import java.util.List;

/**
 * A prompt that was recognised in a recording.
 *
 * @param sound which prompt
 * @param others prompts that are the same as far as this one was heard: it may have been any of
 *     them
 * @param start when its voice began, from pick-up
 * @param length how much of it was heard, from its first voice on
 * @param whole whether it was heard to its end
 * @param likeness normalised cross-correlation of what was heard with the prompt, 0 to 1
 */
public record Heard(
    PromptSound sound,
    List<PromptSound> others,
    Duration start,
    Duration length,
    boolean whole,
    double likeness) {
  /** Copies the list. */
  public Heard {
    others = List.copyOf(others);
  }

  /** Whether it may have been this text; white space counts as one blank. */
  public boolean mayBe(String text) {
    return isOf(sound, text) || others.stream().anyMatch(other -> isOf(other, text));
  }

  private static boolean isOf(PromptSound sound, String text) {
    return sound.text().replaceAll("\\s+", " ").equals(text.replaceAll("\\s+", " "));
  }

  /** The same, which may have been one of these others. */
  Heard orAnyOf(List<PromptSound> alike) {
    return new Heard(sound, alike, start, length, whole, likeness);
  }

  /** When the part that was heard ended, from pick-up. */
  public Duration end() {
    return start.plus(length);
  }
}
