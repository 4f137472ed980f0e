package de.durchkommen.prompt;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is said in place of the delivered texts. Immutable.
 *
 * @param texts by language and by the id of the prompt
 */
public record PromptOverlay(Map<Locale, Map<String, Text>> texts) {
  /** The delivered texts and no others. */
  public static final PromptOverlay NONE = new PromptOverlay(Map.of());

  /** Copies the maps. */
  public PromptOverlay {
    texts =
        texts.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> Map.copyOf(entry.getValue())));
  }

  /**
   * What one prompt says.
   *
   * @param pattern ICU MessageFormat
   * @param recording of the pattern, which then has no placeholders
   */
  public record Text(String pattern, Optional<Recording> recording) {}
}
