package de.durchkommen.line;

import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.Utterance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes sentences before somebody waits for them, and takes a third of the time at most. */
@ApplicationScoped
class Warming {
  /**
   * Setting: the tags of the languages whose sentences are made beforehand, with commas; all when
   * it is not set. German always is.
   */
  static final String LANGUAGES = "durchkommen.prompts.warm";

  /** So many times as long as a sentence took to make nothing is made: calls come first. */
  private static final int REST = 2;

  private final PromptLibrary library;
  private final Announcer announcer;
  private final Optional<List<String>> tags;

  /** For CDI's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  Warming() {
    library = null;
    announcer = null;
    tags = Optional.empty();
  }

  @Inject
  Warming(
      PromptLibrary library,
      Announcer announcer,
      @ConfigProperty(name = LANGUAGES) Optional<String> tags) {
    this.library = library;
    this.announcer = announcer;
    // Payara does not inject optional lists: the application would not start.
    this.tags = tags.map(text -> List.of(text.split("\\s*,\\s*")));
  }

  /** Those whose sentences are made, German first. */
  List<Locale> languages() {
    return Stream.concat(
            Stream.of(Locale.GERMAN),
            library.languages().stream()
                .filter(language -> !language.equals(Locale.GERMAN))
                .filter(this::isWanted))
        .toList();
  }

  /** Whether an operator has named it. */
  boolean isOrdered(Locale language) {
    return tags.isPresent() && isWanted(language);
  }

  private boolean isWanted(Locale language) {
    return tags.map(wanted -> wanted.contains(language.getLanguage())).orElse(true);
  }

  /**
   * Makes them.
   *
   * @throws de.durchkommen.prompt.VoiceUnavailableException for the first that nobody can say now
   */
  void make(List<SpokenText> texts) {
    for (SpokenText text : texts) {
      long begun = System.nanoTime();
      announcer.audio(text);
      LockSupport.parkNanos(REST * (System.nanoTime() - begun));
    }
  }

  /** The same of sentences with values in them. */
  void make(List<Utterance> sentences, Locale language) {
    make(sentences.stream().map(words -> library.spoken(words, language)).distinct().toList());
  }
}
