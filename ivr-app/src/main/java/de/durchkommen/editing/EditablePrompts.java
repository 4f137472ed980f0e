package de.durchkommen.editing;

import de.durchkommen.language.Languages;
import de.durchkommen.prompt.DeclaredPrompts;
import de.durchkommen.prompt.Edition;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.PromptCheck.Finding;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.PromptOverlay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The prompts that can be edited: those that the code declares, in the languages that have texts.
 * Words of the dialplan are not among them: they are made into sound when the hotline is installed,
 * for the hour when this application is gone.
 */
@ApplicationScoped
class EditablePrompts {
  /** The same as the build checks. */
  private static final List<String> DECLARED =
      List.of("de.durchkommen.call.Prompts", "de.durchkommen.call.WaitingPrompts");

  private final PromptLibrary library;
  private final Languages languages;
  private final NavigableMap<String, Prompt> prompts = new TreeMap<>();

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  EditablePrompts() {
    library = null;
    languages = null;
  }

  /**
   * Takes what is declared.
   *
   * @param languages those that callers are offered
   */
  @Inject
  EditablePrompts(PromptLibrary library, Languages languages) {
    this.library = library;
    this.languages = languages;
    DeclaredPrompts.of(DECLARED).forEach(prompt -> prompts.put(prompt.id(), prompt));
  }

  /** All of them, in the order of their ids. */
  Collection<Prompt> all() {
    return prompts.values();
  }

  /** The prompt of this id. */
  Optional<Prompt> of(String id) {
    return Optional.ofNullable(prompts.get(id));
  }

  /** Tags of the languages in which something can be edited, in their order. */
  List<String> languages() {
    return library.languages().stream().map(Locale::toLanguageTag).sorted().toList();
  }

  /** Tags of the languages that callers are offered, the ones spoken most first. */
  List<String> offered() {
    return languages.all().stream().map(one -> one.language().getLanguage()).toList();
  }

  /** A text as it was delivered. */
  Optional<String> delivered(Place place) {
    return library.delivered(place.locale(), place.prompt());
  }

  /** Everything that is wrong or doubtful in a text, by the rules of the build. */
  List<Finding> checked(Place place, String pattern) {
    return of(place.prompt())
        .filter(prompt -> languages().contains(place.language()))
        .map(prompt -> delivered().checked(prompt, place.locale(), pattern))
        .orElse(List.of(new Finding(true, place + ": no such prompt in this release")));
  }

  /** Only this text in place of the delivered one. */
  Edition with(Place place, PromptOverlay.Text text) {
    return library.edition(new PromptOverlay(Map.of(place.locale(), Map.of(place.prompt(), text))));
  }

  private Edition delivered() {
    return library.edition(PromptOverlay.NONE);
  }
}
