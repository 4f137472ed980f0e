/**
 * In which language a caller is spoken to: the languages there are and their keys, and what was
 * chosen before, by number and by person.
 *
 * <p>A choice is made in words ({@code call}) and kept here by {@link LanguageMemory}. It is never
 * worth waiting for: when the database does not answer at once, the call begins in German, and
 * offers the others.
 *
 * <p>May use {@code phone} and {@code database}. Out of scope: texts ({@code prompt}), voices
 * ({@code voice}), asking ({@code call}).
 */
@NullMarked
package de.durchkommen.language;

import org.jspecify.annotations.NullMarked;
