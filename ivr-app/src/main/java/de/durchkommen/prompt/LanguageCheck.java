package de.durchkommen.prompt;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks the texts of one language against the declared prompts. */
final class LanguageCheck {
  /** A longer sentence is forgotten before it ends (call script: short main clauses). */
  static final int MAX_WORDS = 25;

  /** Texts that need no declared prompt: the dialplan says them when the application is gone. */
  static final String FALLBACK = "fallback.";

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?:](\\s|$)");
  private static final Pattern WORD_END = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Words that are English and nothing else, and those that slip into texts most easily. */
  private static final Set<String> ENGLISH =
      Set.of(
          "the and you your please press call enter welcome sorry appointment slot booking back"
              .split(" "));

  private static final Clock DAY_OF_CHECK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  private final LanguageTexts texts;
  private final Map<String, Prompt> declared = new TreeMap<>();
  private final Set<PromptCheck.Finding> findings = new LinkedHashSet<>();

  LanguageCheck(LanguageTexts texts, List<Prompt> declared) {
    this.texts = texts;
    declared.forEach(this::declare);
  }

  /** All that was found, in the order of the keys. */
  List<PromptCheck.Finding> findings() {
    declared.keySet().stream()
        .filter(id -> !texts.texts().containsKey(id))
        .forEach(id -> error("%s: no text for %s".formatted(tag(), id)));
    new TreeMap<>(texts.texts()).forEach(this::check);
    return new ArrayList<>(findings);
  }

  private void declare(Prompt prompt) {
    Prompt other = declared.put(prompt.id(), prompt);
    if (other != null && !other.equals(prompt)) {
      error("%s is declared twice, with different placeholders".formatted(prompt.id()));
    }
  }

  private void check(String id, PromptText text) {
    Prompt prompt = id.startsWith(FALLBACK) ? Prompt.of(id) : declared.get(id);
    if (prompt == null) {
      error(text.place() + ": no prompt of this name is declared");
      return;
    }
    Set<String> expected = prompt.arguments().keySet();
    if (!text.placeholders().equals(expected)) {
      error(
          "%s: has the placeholders %s, declared are %s"
              .formatted(
                  text.place(), new TreeSet<>(text.placeholders()), new TreeSet<>(expected)));
      return;
    }
    SampleValues.of(prompt).forEach(values -> checkSaid(text, prompt.with(values)));
  }

  private void checkSaid(PromptText text, Utterance utterance) {
    try {
      var catalogue = new Catalogue(Map.of(tag(), texts));
      checkWords(text, catalogue.spoken(utterance, texts.language(), DAY_OF_CHECK).text());
    } catch (PromptProblems e) {
      e.problems().forEach(this::error);
    }
  }

  private void checkWords(PromptText text, String said) {
    if (said.isEmpty()) {
      error(text.place() + ": says nothing");
    }
    for (String sentence : SENTENCE_END.splitAsStream(said).toList()) {
      List<String> words = WORD_END.splitAsStream(sentence).toList();
      if (words.size() > MAX_WORDS) {
        warning(
            "%s: %d words in one sentence, more than %d"
                .formatted(text.place(), words.size(), MAX_WORDS));
      }
      checkLanguage(text, words);
    }
  }

  private void checkLanguage(PromptText text, List<String> words) {
    if (texts.language().getLanguage().equals("en")) {
      return;
    }
    String english =
        words.stream()
            .map(word -> word.toLowerCase(Locale.ROOT))
            .filter(ENGLISH::contains)
            .collect(Collectors.joining(", "));
    if (!english.isEmpty()) {
      error("%s: English: %s".formatted(text.place(), english));
    }
  }

  private String tag() {
    return texts.language().toLanguageTag();
  }

  private void error(String text) {
    findings.add(new PromptCheck.Finding(true, text));
  }

  private void warning(String text) {
    findings.add(new PromptCheck.Finding(false, text));
  }
}
