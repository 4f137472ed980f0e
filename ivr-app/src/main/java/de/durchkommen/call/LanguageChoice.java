package de.durchkommen.call;

import de.durchkommen.identity.Person;
import de.durchkommen.language.LanguageMemory;
import de.durchkommen.language.Languages;
import de.durchkommen.language.Languages.Offered;
import de.durchkommen.phone.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * In which language one caller is spoken to: known before the first word, chosen after the German
 * greeting, or changed in any menu. Each language offers itself, in its own voice and words.
 *
 * <p>What was not chosen by a key is not kept: who listens to all offers and goes on in German may
 * have a neighbour's telephone.
 */
final class LanguageChoice {
  /** How long a key may take after the last offer. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** A digit that comes so soon after another is one of a code, and not of a choice. */
  static final Duration SAME_ENTRY = Duration.ofSeconds(1);

  /** How often the offers are said again on request. */
  static final int MAX_REPEATS = 3;

  private final Caller caller;
  private final Languages languages;
  private final LanguageMemory memory;
  private final UrgentWords urgent;
  private Consumer<Locale> settled = language -> {};
  private boolean known;
  private boolean chosen;
  private Optional<Person> person = Optional.empty();

  LanguageChoice(Caller caller, Desks desks) {
    this(caller, desks.languages, desks.memory, desks.urgent);
  }

  LanguageChoice(Caller caller, Languages languages, LanguageMemory memory, UrgentWords urgent) {
    this.caller = caller;
    this.languages = languages;
    this.memory = memory;
    this.urgent = urgent;
  }

  /** Speaks what is known before the first word: by the dialled number, or chosen before. */
  void begun() {
    Optional<Locale> before =
        caller
            .details()
            .language()
            .or(() -> number().flatMap(memory::ofNumber).map(Locale::getLanguage))
            .flatMap(languages::of);
    known = before.isPresent();
    before.ifPresent(caller::speaksFromNowOn);
    caller.changesLanguageBy(this::again);
  }

  /** Whoever else has to know of each choice. */
  void tells(Consumer<Locale> other) {
    settled = other;
  }

  /** Offers the others after the greeting, unless the language is known. */
  void offered() {
    if (known) {
      hint();
      return;
    }
    Optional<Locale> choice = asked();
    if (choice.isPresent() && chose(choice.get())) {
      caller.hearsUrgent(urgent);
      caller.hears(Prompts.WELCOME.said());
      hint();
    }
  }

  /** The key for it was pressed in a menu. */
  private boolean again() {
    boolean choice = languages.all().size() > 1;
    if (choice) {
      asked().ifPresent(this::chose);
    }
    return choice;
  }

  /** It is known who is calling. */
  void identified(Person who) {
    person = Optional.of(who);
    if (chosen) {
      memory.chosen(who.id(), caller.language());
    } else if (caller.language().equals(Languages.GERMAN) && !known) {
      memory
          .ofPerson(who.id())
          .flatMap(one -> languages.of(one.getLanguage()))
          .ifPresent(this::spoken);
    }
  }

  /** How to change it; in German everybody has just heard the offers. */
  private void hint() {
    if (!caller.language().equals(Languages.GERMAN)) {
      caller.hears(Prompts.LANGUAGE_CHANGE.with(Map.of("key", Languages.CHANGE_KEY)));
    }
  }

  private Optional<Locale> asked() {
    Locale before = caller.language();
    List<Offered> others =
        languages.all().stream().filter(one -> !one.language().equals(before)).toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    for (int times = 0; times <= MAX_REPEATS; times++) {
      for (Offered one : others) {
        caller.speaks(one.language());
        caller.hears(Prompts.LANGUAGE_OFFER.with(Map.of("key", one.key())));
      }
      caller.speaks(before);
      Optional<Key> key = caller.singleKey(PATIENCE, SAME_ENTRY);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      Optional<Locale> choice = key.filter(Key::isDigit).flatMap(this::language);
      if (choice.isPresent()) {
        return choice;
      }
      if (key.get() != Key.STAR) {
        // Meant for what comes next, such as 0 for a person.
        caller.givesBack(key.get());
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Locale> language(Key key) {
    return languages.of(key.symbol() - '0');
  }

  /** Whether the language is another one now. */
  private boolean chose(Locale language) {
    boolean other = !language.equals(caller.language());
    chosen = true;
    number().ifPresent(number -> memory.chosen(number, language));
    person.ifPresent(who -> memory.chosen(who.id(), language));
    if (other) {
      spoken(language);
    }
    return other;
  }

  private void spoken(Locale language) {
    caller.speaksFromNowOn(language);
    settled.accept(language);
  }

  private Optional<PhoneNumber> number() {
    return caller.number().flatMap(PhoneNumber::parse);
  }
}
