package de.durchkommen.voice;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which engines speak a language, the best first: {@code durchkommen.voice.engines.<language>}.
 *
 * @param byLanguage the engines of each language that has an order, by its ISO 639 code
 */
record EngineOrder(Map<String, List<EngineName>> byLanguage) {
  static final String KEY = "durchkommen.voice.engines.";

  /** For languages without an order: it speaks nearly every one. */
  static final EngineName LAST_RESORT = EngineName.ESPEAK;

  private static final Map<String, String> DEFAULTS = defaults();

  private static Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("de", "pico,espeak");
    // In-process, so there is an English voice where nothing is installed.
    defaults.put("en", "pico,freetts,espeak");
    defaults.put("tr", "espeak");
    defaults.put("ru", "rhvoice,espeak");
    defaults.put("uk", "rhvoice,espeak");
    defaults.put("pl", "rhvoice,espeak");
    defaults.put("it", "pico,espeak");
    defaults.put("ar", "espeak");
    defaults.put("fr", "pico,espeak");
    defaults.put("es", "pico,espeak");
    return defaults;
  }

  /**
   * Reads the orders: of each language of ISO 639-1, whether it has one by default or not.
   *
   * @param values of the keys
   * @throws IllegalArgumentException if a word is no engine; told in German, for an operator
   */
  static EngineOrder of(Function<String, Optional<String>> values) {
    Map<String, List<EngineName>> order = new LinkedHashMap<>();
    DEFAULTS.forEach((language, words) -> {
      String key = KEY + language;
      order.put(language, names(key, values.apply(key).orElse(words)));
    });
    for (String language : Locale.getISOLanguages()) {
      String key = KEY + language;
      if (!order.containsKey(language)) {
        values.apply(key).ifPresent(words -> order.put(language, names(key, words)));
      }
    }
    return new EngineOrder(order);
  }

  private static List<EngineName> names(String key, String words) {
    List<EngineName> names =
        Arrays.stream(words.split(",", -1))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .map(word -> EngineName.of(word).orElseThrow(() -> unknown(key, word)))
            .distinct()
            .toList();
    if (names.isEmpty()) {
      throw unknown(key, words.strip());
    }
    return names;
  }

  private static IllegalArgumentException unknown(String key, String word) {
    return new IllegalArgumentException(
        "Einstellung %s: »%s« ist keine Stimme. Es gibt: %s"
            .formatted(key, word, EngineName.words()));
  }
}
