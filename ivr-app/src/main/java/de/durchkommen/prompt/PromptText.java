package de.durchkommen.prompt;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One text of a language, parsed. Safe for use by many threads.
 *
 * @see com.ibm.icu.text.MessageFormat for the syntax
 */
final class PromptText {
  private final String place;
  private final String pattern;
  private final MessageFormat format;
  private final Set<String> placeholders;
  private final Optional<Recording> recording;

  private PromptText(
      String place,
      String pattern,
      MessageFormat format,
      Set<String> placeholders,
      Optional<Recording> recording) {
    this.place = place;
    this.pattern = pattern;
    this.format = format;
    this.placeholders = placeholders;
    this.recording = recording;
  }

  /**
   * Parses a text.
   *
   * @param file where it stands, for messages
   * @throws PromptProblems if it is empty or not in ICU's syntax
   */
  static PromptText parsed(String file, String key, String pattern, Locale language) {
    String place = "%s: %s".formatted(file, key);
    if (pattern.isBlank()) {
      throw new PromptProblems(place + ": the text is empty");
    }
    refuseQuotedBraces(place, pattern);
    try {
      var parts = new MessagePattern(pattern);
      return new PromptText(
          place,
          pattern,
          new MessageFormat(pattern, language),
          placeholders(parts),
          Optional.empty());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new PromptProblems("%s: wrong syntax: %s".formatted(place, e.getMessage()));
    }
  }

  /** Names of the placeholders, those within plural forms included, sorted. */
  Set<String> placeholders() {
    return placeholders;
  }

  /** The same, said by a person. */
  PromptText with(Optional<Recording> said) {
    return new PromptText(place, pattern, format, placeholders, said);
  }

  /** The text as it is written. */
  String pattern() {
    return pattern;
  }

  /** What is heard instead of a voice. */
  Optional<Recording> recording() {
    return recording;
  }

  /** What is said between the placeholders; see {@link PhraseText}. */
  List<String> phrases() {
    return PhraseText.of(format.toPattern());
  }

  /** File and key, for messages. */
  String place() {
    return place;
  }

  /**
   * The text with its values, in one line.
   *
   * @throws PromptProblems if a placeholder has no value or its form does not fit the value
   */
  String said(Map<String, Object> values) {
    for (String placeholder : placeholders) {
      if (!values.containsKey(placeholder)) {
        throw new PromptProblems(
            "%s: unknown placeholder {%s}; known are %s"
                .formatted(place, placeholder, new TreeSet<>(values.keySet())));
      }
    }
    try {
      // A clone, because ICU's formats are not for many threads.
      String text = format.clone().format(values);
      // ICU puts soft hyphens between the parts of a number in words, at which engines stumble.
      return text.replace("\u00ad", "").strip().replaceAll("\\s+", " ");
    } catch (IllegalArgumentException e) {
      throw new PromptProblems(
          "%s: cannot be said with %s: %s".formatted(place, values.keySet(), e.getMessage()));
    }
  }

  /**
   * An apostrophe before a brace makes ICU take the brace for text, so that a placeholder would be
   * read out by its name. Nobody wants to say a brace: it is always a mistake for two apostrophes.
   */
  private static void refuseQuotedBraces(String place, String pattern) {
    String single = pattern.replace("''", "");
    if (single.contains("'{") || single.contains("'}")) {
      throw new PromptProblems(
          "%s: an apostrophe before a brace quotes it; write two apostrophes ('')"
              .formatted(place));
    }
  }

  private static Set<String> placeholders(MessagePattern parts) {
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < parts.countParts(); i++) {
      MessagePattern.Part part = parts.getPart(i);
      switch (part.getType()) {
        case ARG_NAME, ARG_NUMBER -> names.add(parts.getSubstring(part));
        default -> {
          // Text and syntax.
        }
      }
    }
    return Set.copyOf(names);
  }
}
