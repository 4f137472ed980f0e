package de.durchkommen.voice;

import de.durchkommen.prompt.SpokenText;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** An engine that is asked in some of its languages only: those that an operator ordered. */
final class EngineOfLanguages implements VoiceEngine {
  private final VoiceEngine engine;
  private final Predicate<String> languages;

  /**
   * Takes the engine.
   *
   * @param languages whether a language is among them, by its ISO 639 code
   */
  EngineOfLanguages(VoiceEngine engine, Predicate<String> languages) {
    this.engine = engine;
    this.languages = languages;
  }

  @Override
  public String id(Locale language) {
    return engine.id(language);
  }

  @Override
  public boolean speaks(Locale language) {
    return languages.test(language.getLanguage()) && engine.speaks(language);
  }

  @Override
  public Optional<String> missing(Locale language) {
    return engine.missing(language);
  }

  @Override
  public void end() {
    engine.end();
  }

  @Override
  public void say(SpokenText text, Path wav) throws EngineFailure {
    engine.say(text, wav);
  }
}
