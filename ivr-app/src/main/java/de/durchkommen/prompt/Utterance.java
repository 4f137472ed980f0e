package de.durchkommen.prompt;

import java.util.Map;
import java.util.Objects;

/**
 * A prompt with its values: what is said to one caller at one moment, in no language yet.
 *
 * @param prompt what is said
 * @param values one value for each argument of the prompt, of the type of its kind
 */
public record Utterance(Prompt prompt, Map<String, Object> values) {
  /** Checks that the values fit the prompt's arguments, so that a wrong call fails where it is. */
  public Utterance(Prompt prompt, Map<String, Object> values) {
    this.prompt = prompt;
    this.values = Map.copyOf(values);
    if (!values.keySet().equals(prompt.arguments().keySet())) {
      throw new IllegalArgumentException(
          "Prompt %s takes %s, not %s"
              .formatted(prompt.id(), prompt.arguments().keySet(), values.keySet()));
    }
    prompt.arguments().forEach(this::checked);
  }

  private void checked(String name, ArgumentKind kind) {
    Object value = Objects.requireNonNull(values.get(name));
    if (!kind.accepts(value)) {
      throw new IllegalArgumentException(
          "Argument %s of prompt %s is a %s, not a %s"
              .formatted(name, prompt.id(), kind, value.getClass().getSimpleName()));
    }
  }
}
