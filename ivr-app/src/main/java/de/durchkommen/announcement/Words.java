package de.durchkommen.announcement;

import org.jspecify.annotations.Nullable;

/**
 * What an announcement says in a language.
 *
 * @param language two small letters
 * @param text 1 to {@link #LONGEST} characters, as it is said
 * @param recording SHA-256 of the file in which a person says it; null when a voice does
 */
record Words(String language, String text, @Nullable String recording) {
  /** The longest text: about 40 seconds of speech. */
  static final int LONGEST = 600;
}
