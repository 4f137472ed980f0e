package de.durchkommen.line;

import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.Utterance;
import java.util.Locale;

/** Makes words of what is to be said: the prompt library, as the line sees it. */
@FunctionalInterface
interface Wording {
  /** The words in a language, ready for a voice. */
  SpokenText spoken(Utterance utterance, Locale language);
}
