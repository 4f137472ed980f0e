package de.durchkommen.editing;

import java.util.Locale;

/**
 * Where a text stands.
 *
 * @param language its tag, as {@code tr}
 * @param prompt the id of the prompt
 */
record Place(String language, String prompt) {
  Locale locale() {
    return Locale.forLanguageTag(language);
  }

  @Override
  public String toString() {
    return language + " " + prompt;
  }
}
