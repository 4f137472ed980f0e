/**
 * Durchkommen: a hotline that gets people through.
 *
 * <p>The way of a call is one straight line: {@code line} (Asterisk) → {@code call} (the script) →
 * {@code identity}, {@code booking}, {@code prompt}. ArchUnit guards the borders.
 */
@NullMarked
package de.durchkommen;

import org.jspecify.annotations.NullMarked;
