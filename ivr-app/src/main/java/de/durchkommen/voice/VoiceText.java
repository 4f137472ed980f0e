package de.durchkommen.voice;

import de.durchkommen.prompt.Pronunciation;
import de.durchkommen.prompt.SpokenText;
import java.util.regex.Pattern;

/** Makes of a text what may go to an engine. */
final class VoiceText {
  /** About two minutes of speech: nobody listens longer, and engines have limits. */
  static final int MAX_CHARACTERS = 2_000;

  /** Pico takes {@code <…>} for commands, espeak {@code [[…]]}; control characters end a line. */
  private static final Pattern NOT_SPOKEN = Pattern.compile("[\\p{Cntrl}<>\\[\\]\\\\]");

  private VoiceText() {}

  /**
   * The text in one line, without commands, as engines say it best.
   *
   * @throws IllegalArgumentException if there is nothing to say or too much of it
   */
  static SpokenText of(SpokenText text, Pronunciation pronunciation) {
    String plain = NOT_SPOKEN.matcher(text.text()).replaceAll(" ");
    String words = pronunciation.applied(plain).replaceAll("\\s+", " ").strip();
    if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new IllegalArgumentException("A text without words cannot be said");
    }
    if (words.length() > MAX_CHARACTERS) {
      throw new IllegalArgumentException(
          "A text of %d characters is too long: at most %d"
              .formatted(words.length(), MAX_CHARACTERS));
    }
    return new SpokenText(text.language(), words);
  }
}
