package de.durchkommen.prompt;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
  private static final Pattern WORD_END = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  static final Clock DAY_OF_CHECK =
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
    if (!withoutCases(text, prompt).equals(expected)) {
      error(
          "%s: has the placeholders %s, declared are %s"
              .formatted(
                  text.place(), new TreeSet<>(text.placeholders()), new TreeSet<>(expected)));
      return;
    }
    SampleValues.of(prompt).forEach(values -> checkSaid(text, prompt.with(values)));
  }

  /** The placeholders of a text, each without the name of its grammatical form. */
  private Set<String> withoutCases(PromptText text, Prompt prompt) {
    Map<String, String> names = new TreeMap<>();
    SampleValues.of(prompt)
        .getFirst()
        .forEach((name, value) -> {
          names.put(name, name);
          texts
              .forms()
              .cases(value, LocalDate.now(DAY_OF_CHECK))
              .keySet()
              .forEach(form -> names.put(name + Catalogue.CASE + form, name));
        });
    return text.placeholders().stream()
        .map(found -> names.getOrDefault(found, found))
        .collect(Collectors.toSet());
  }

  private void checkSaid(PromptText text, Utterance utterance) {
    try {
      var catalogue = new Catalogue(Map.of(tag(), texts));
      String said = catalogue.spoken(utterance, texts.language(), DAY_OF_CHECK).text();
      // As the voice gets it: place names are written in its letters only there.
      checkWords(text, texts.pronunciation().applied(said));
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
    List<String> foreign = ForeignWords.in(words, texts.language());
    if (!foreign.isEmpty()) {
      error("%s: of another language: %s".formatted(text.place(), String.join(", ", foreign)));
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
