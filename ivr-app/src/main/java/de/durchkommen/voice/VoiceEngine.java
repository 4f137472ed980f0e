package de.durchkommen.voice;

import de.durchkommen.prompt.SpokenText;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Something that can read out a text. Safe for use by many threads. */
interface VoiceEngine {
  /**
   * Names the engine and all that decides how it sounds in a language. A new id makes new audio, so
   * it changes with every setting that can be heard.
   */
  String id(Locale language);

  /** Whether it has a voice for a language. */
  boolean speaks(Locale language);

  /**
   * {@link #id(Locale)}, for an engine that says one text in another way than the next.
   *
   * @param text cleaned by {@link VoiceText}
   */
  default String id(SpokenText text) {
    return id(text.language());
  }

  /**
   * Whether it can say a text: one in a language that it speaks, if it says any words.
   *
   * @param text cleaned by {@link VoiceText}
   */
  default boolean says(SpokenText text) {
    return speaks(text.language());
  }

  /**
   * Why it does not speak a language on this machine, in German for an operator; empty when it
   * does. May take seconds: some engines are only known by trying them.
   */
  default Optional<String> missing(Locale language) {
    return speaks(language) ? Optional.empty() : Optional.of("kann diese Sprache nicht");
  }

  /**
   * Says a text into a file.
   *
   * @param text in a language that the engine speaks, cleaned by {@link VoiceText}
   * @param wav where the sound goes: RIFF, 16 bit, mono
   * @throws EngineFailure if it did not work, for whatever reason
   */
  void say(SpokenText text, Path wav) throws EngineFailure;

  /** Ends what it keeps running. It can still say texts then, perhaps slower. */
  default void end() {}
}
