package de.durchkommen.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All texts of all languages at one moment. Immutable.
 *
 * @param languages by language tag
 */
record Catalogue(Map<String, LanguageTexts> languages) {
  /** Between the name of a placeholder and that of its grammatical form. */
  static final String CASE = "_";

  /**
   * Reads every language of a folder.
   *
   * @throws PromptProblems with every problem found, or if there is no language at all
   */
  static Catalogue read(Path folder) {
    Map<String, LanguageTexts> languages = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (Path language : folders(folder)) {
      try {
        LanguageTexts texts = LanguageTexts.read(language);
        languages.put(texts.language().toLanguageTag(), texts);
      } catch (PromptProblems e) {
        problems.addAll(e.problems());
      }
    }
    if (languages.isEmpty() && problems.isEmpty()) {
      problems.add("%s: no texts in any language".formatted(folder));
    }
    if (!problems.isEmpty()) {
      throw new PromptProblems(problems);
    }
    return new Catalogue(Map.copyOf(languages));
  }

  /**
   * With other texts in place of some of these; what is in a language without texts is left out.
   *
   * @throws PromptProblems if one of them is not in ICU's syntax
   */
  Catalogue with(PromptOverlay overlay) {
    Map<String, LanguageTexts> all = new TreeMap<>(languages);
    overlay
        .texts()
        .forEach((language, texts) ->
            all.computeIfPresent(language.toLanguageTag(), (tag, before) -> before.with(texts)));
    return new Catalogue(Map.copyOf(all));
  }

  /** The texts of a language: of its region if there are such, else of the language as such. */
  Optional<LanguageTexts> in(Locale language) {
    return Optional.ofNullable(languages.get(language.toLanguageTag()))
        .or(() -> Optional.ofNullable(languages.get(language.getLanguage())));
  }

  /**
   * The texts of a language.
   *
   * @throws PromptProblems if there are none
   */
  LanguageTexts required(Locale language) {
    return in(language)
        .orElseThrow(() -> new PromptProblems("No texts in " + language.toLanguageTag()));
  }

  /**
   * What is said.
   *
   * @throws PromptProblems if the language or the text is missing, or the values do not fit
   */
  SpokenText spoken(Utterance utterance, Locale language, Clock clock) {
    LanguageTexts texts = required(language);
    String id = utterance.prompt().id();
    PromptText text = texts.texts().get(id);
    if (text == null) {
      throw new PromptProblems(
          "%s: no text for %s".formatted(texts.language().toLanguageTag(), id));
    }
    LocalDate today = LocalDate.now(clock);
    Map<String, Object> words = new TreeMap<>();
    utterance
        .values()
        .forEach((name, value) -> {
          words.put(name, word(value, texts.forms(), today));
          texts
              .forms()
              .cases(value, today)
              .forEach((form, said) -> words.put(name + CASE + form, said));
        });
    return new SpokenText(texts.language(), text.said(words), text.recording());
  }

  private static Object word(Object value, SpokenForms forms, LocalDate today) {
    return switch (value) {
      case LocalDate date -> forms.date(date, today);
      case LocalTime time -> forms.time(time);
      case LocalDateTime moment -> forms.dateTime(moment, today);
      case Digits digits -> forms.digits(digits);
      default -> value;
    };
  }

  private static List<Path> folders(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(LanguageTexts::isIn).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }
}
