package de.durchkommen.prompt;

import java.util.Locale;

/**
 * Words ready for a voice.
 *
 * @param language whose voice says it
 * @param text what is said, without markup
 */
public record SpokenText(Locale language, String text) {}
