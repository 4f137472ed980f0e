package de.durchkommen.launch.phone;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Which keys are pressed at which question: one entry for each question that the call asks. */
final class KeyPlan {
  /** How many questions a plan may be for. */
  static final int MAX_ENTRIES = 200;

  /** How many keys are pressed at one question. */
  static final int MAX_KEYS = 40;

  private final Deque<String> entries;

  private KeyPlan(List<String> entries) {
    this.entries = new ArrayDeque<>(entries);
  }

  /**
   * Reads entries separated by commas; an empty one means staying silent.
   *
   * @throws IllegalArgumentException with words for the user
   */
  static KeyPlan of(String list) {
    List<String> entries = Arrays.asList(list.split(",", -1));
    if (entries.size() > MAX_ENTRIES) {
      throw new IllegalArgumentException(
          "--keys: höchstens %d Einträge, es sind %d.".formatted(MAX_ENTRIES, entries.size()));
    }
    for (int i = 0; i < entries.size(); i++) {
      checkEntry(i + 1, entries.get(i));
    }
    return new KeyPlan(entries);
  }

  /** The next question's keys; empty for silence, and after the last entry. */
  Optional<String> next() {
    return Optional.ofNullable(entries.poll()).filter(keys -> !keys.isEmpty());
  }

  private static void checkEntry(int number, String keys) {
    if (keys.length() > MAX_KEYS) {
      throw new IllegalArgumentException(
          "--keys: Eintrag %d ist länger als %d Tasten.".formatted(number, MAX_KEYS));
    }
    if (!keys.isEmpty() && !Telephone.KEYS.matcher(keys).matches()) {
      throw new IllegalArgumentException(
          "--keys: Eintrag %d enthält etwas anderes als die Tasten 0 bis 9, * und #."
              .formatted(number));
    }
  }
}
