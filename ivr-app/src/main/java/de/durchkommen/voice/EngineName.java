package de.durchkommen.voice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The engines there are, by the words that an operator writes. */
enum EngineName {
  PICO,
  RHVOICE,
  FREETTS,
  PIPER,
  MBROLA,
  ESPEAK;

  private static final Map<String, EngineName> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EngineName::word, n -> n));

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<EngineName> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** All words, with commas. */
  static String words() {
    return Arrays.stream(values()).map(EngineName::word).collect(Collectors.joining(", "));
  }
}
