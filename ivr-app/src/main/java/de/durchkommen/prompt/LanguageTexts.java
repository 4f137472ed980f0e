package de.durchkommen.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is said in one language. Immutable.
 *
 * @param language of the texts
 * @param texts by key
 * @param pronunciation for the language's engines
 * @param forms of dates, times and codes
 */
record LanguageTexts(
    Locale language,
    Map<String, PromptText> texts,
    Pronunciation pronunciation,
    SpokenForms forms) {
  private static final String PRONUNCIATION_FILE = "pronunciation.properties";
  private static final String SUFFIX = ".properties";

  /**
   * Reads a language's folder, whose name is its tag.
   *
   * @throws PromptProblems with every problem found
   */
  static LanguageTexts read(Path folder) {
    String tag = Objects.requireNonNull(folder.getFileName()).toString();
    Locale language = Locale.forLanguageTag(tag);
    SpokenForms forms =
        SpokenForms.of(language)
            .orElseThrow(() ->
                new PromptProblems(
                    "%s: no spoken forms for this language yet (SpokenForms)".formatted(tag)));
    var reading = new Reading(language);
    files(folder).forEach(reading::file);
    return reading.finished(forms);
  }

  /** Whether a folder holds texts. */
  static boolean isIn(Path folder) {
    return Files.isDirectory(folder) && !files(folder).isEmpty();
  }

  /** These texts and no others, with the same pronunciation and forms. */
  LanguageTexts only(Map<String, PromptText> others) {
    return new LanguageTexts(language, others, pronunciation, forms);
  }

  /** With these texts in place of those of the same key. */
  LanguageTexts with(Map<String, PromptOverlay.Text> others) {
    Map<String, PromptText> all = new TreeMap<>(texts);
    others.forEach((id, other) ->
        all.put(
            id,
            PromptText.parsed("published", id, other.pattern(), language).with(other.recording())));
    return only(Map.copyOf(all));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> entry.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  /** Gathers what can be read, and what is wrong with the rest. */
  private static final class Reading {
    private final Locale language;
    private final Map<String, PromptText> texts = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private Pronunciation pronunciation = Pronunciation.NONE;

    Reading(Locale language) {
      this.language = language;
    }

    void file(Path path) {
      try {
        TextFile file = TextFile.read(path);
        if (path.endsWith(PRONUNCIATION_FILE)) {
          pronunciation = new Pronunciation(file.entries());
        } else {
          file.entries().forEach((key, pattern) -> text(file.name(), key, pattern));
        }
      } catch (PromptProblems e) {
        problems.addAll(e.problems());
      }
    }

    private void text(String file, String key, String pattern) {
      try {
        PromptText before = texts.put(key, PromptText.parsed(file, key, pattern, language));
        if (before != null) {
          problems.add("%s: %s: stands also at %s".formatted(file, key, before.place()));
        }
      } catch (PromptProblems e) {
        problems.addAll(e.problems());
      }
    }

    LanguageTexts finished(SpokenForms forms) {
      if (!problems.isEmpty()) {
        throw new PromptProblems(problems);
      }
      return new LanguageTexts(language, Map.copyOf(texts), pronunciation, forms);
    }
  }
}
