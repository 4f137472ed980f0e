package de.durchkommen.prompt;

import java.util.Map;

/**
 * A sentence that can be said, by its name in {@code prompts/<language>/*.properties}.
 *
 * @param id key in the catalogue, lower case words joined by dots and dashes, as {@code offer.pair}
 * @param arguments the placeholders of the text, and how each is spoken
 */
public record Prompt(String id, Map<String, ArgumentKind> arguments) {
  /** Copies the arguments and checks the id. */
  public Prompt {
    if (!id.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
      throw new IllegalArgumentException("Not a prompt id: " + id);
    }
    arguments = Map.copyOf(arguments);
  }

  /** A prompt that always says the same. */
  public static Prompt of(String id) {
    return new Prompt(id, Map.of());
  }

  /** A prompt with placeholders. */
  public static Prompt of(String id, Map<String, ArgumentKind> arguments) {
    return new Prompt(id, arguments);
  }

  /** This prompt, which has no placeholders, ready to be said. */
  public Utterance said() {
    return new Utterance(this, Map.of());
  }

  /** This prompt with the values of its placeholders, ready to be said. */
  public Utterance with(Map<String, ?> values) {
    return new Utterance(this, Map.copyOf(values));
  }
}
