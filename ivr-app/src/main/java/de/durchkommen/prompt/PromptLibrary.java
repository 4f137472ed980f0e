package de.durchkommen.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes words of utterances.
 *
 * <p>The texts are {@code <language>/*.properties} in UTF-8, each an ICU MessageFormat pattern. All
 * of them are one immutable snapshot behind one reference: a call sees the old texts or the new
 * ones, never half of each sentence.
 */
@ApplicationScoped
public class PromptLibrary {
  private final PromptFolder folder;
  private final Clock clock;
  private volatile Catalogue delivered;
  private volatile Catalogue catalogue;
  private PromptOverlay overlay = PromptOverlay.NONE;

  /**
   * Reads the texts.
   *
   * @param folder {@code durchkommen.prompts.dir}: the folder of the languages' folders; when it is
   *     not set, the texts that were packed into the application are used
   * @param clock tells today, in the zone of the callers: years that are clear are not said
   * @throws PromptProblems if a text is not as it must be
   */
  @Inject
  public PromptLibrary(
      @ConfigProperty(name = "durchkommen.prompts.dir") Optional<String> folder, Clock clock) {
    this(PromptFolder.of(folder), clock);
  }

  /**
   * Reads the texts.
   *
   * @param folder where they are
   * @param clock tells today, in the zone of the callers
   * @throws PromptProblems if a text is not as it must be
   */
  public PromptLibrary(PromptFolder folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    this.delivered = folder.read(Catalogue::read);
    this.catalogue = delivered;
  }

  /** For the container's proxy, which has no texts of its own. */
  PromptLibrary() {
    this.folder = new PromptFolder(Optional.empty());
    this.clock = Clock.systemUTC();
    this.delivered = new Catalogue(Map.of());
    this.catalogue = delivered;
  }

  /**
   * What is said.
   *
   * @param language of the caller; the text of the language is taken when its region has none
   * @throws PromptProblems if the language or the text is missing, or the text names a placeholder
   *     that the prompt does not have
   */
  public SpokenText spoken(Utterance utterance, Locale language) {
    return catalogue.spoken(utterance, language, clock);
  }

  /** All texts of a language that always say the same, to have their audio made early. */
  public List<SpokenText> fixedTexts(Locale language) {
    return fixedTextsById(language, "").values().stream().toList();
  }

  /** Those fixed texts of a language whose id starts like this, by id. */
  public Map<String, SpokenText> fixedTextsById(Locale language, String start) {
    LanguageTexts texts = catalogue.required(language);
    return texts.texts().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(start))
        .filter(entry -> entry.getValue().placeholders().isEmpty())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    new SpokenText(
                        texts.language(),
                        entry.getValue().said(Map.of()),
                        entry.getValue().recording()),
                (one, other) -> one,
                TreeMap::new));
  }

  /**
   * What a person records to say all of a language.
   *
   * @param declared the prompts that are said, with their arguments
   * @param names values for arguments that are names, such as places
   * @throws PromptProblems if the language has no texts
   */
  public RecordingScript script(
      Locale language, Collection<Prompt> declared, Collection<String> names) {
    return ScriptOfLanguage.of(catalogue.required(language), declared, names);
  }

  /** How the words of a language are to be written for engines. */
  public Pronunciation pronunciation(Locale language) {
    return catalogue.in(language).map(LanguageTexts::pronunciation).orElse(Pronunciation.NONE);
  }

  /** The languages that have texts. */
  public Set<Locale> languages() {
    return catalogue.languages().values().stream()
        .map(LanguageTexts::language)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A text as it was delivered, written as an ICU pattern; empty when there is none. */
  public Optional<String> delivered(Locale language, String id) {
    return delivered
        .in(language)
        .flatMap(texts -> Optional.ofNullable(texts.texts().get(id)))
        .map(PromptText::pattern);
  }

  /**
   * The texts as they would be with these in place of the delivered ones; changes nothing.
   *
   * @throws PromptProblems if one of them is not in ICU's syntax
   */
  public Edition edition(PromptOverlay others) {
    return new Edition(delivered.with(others), clock);
  }

  /**
   * Puts these in the place of the delivered texts, all at one moment. What is being said goes on
   * as it was.
   *
   * @throws PromptProblems if one of them is not in ICU's syntax; then nothing changes
   */
  public synchronized void overlaid(PromptOverlay others) {
    catalogue = delivered.with(others);
    overlay = others;
  }

  /**
   * Reads the delivered texts again. The old ones stay when there is a problem with the new ones.
   *
   * @throws PromptProblems with every problem found
   */
  public synchronized void readAgain() {
    Catalogue read = folder.read(Catalogue::read);
    catalogue = read.with(overlay);
    delivered = read;
  }
}
