package de.durchkommen.prompt;

import java.util.Locale;
import java.util.Optional;

/**
 * Words ready for a voice.
 *
 * @param language whose voice says it
 * @param text what is said, without markup
 * @param recording in which a person says just that
 */
public record SpokenText(Locale language, String text, Optional<Recording> recording) {
  /** Words that nobody has recorded. */
  public SpokenText(Locale language, String text) {
    this(language, text, Optional.empty());
  }
}
