/**
 * Lists for the centres: who comes on a day, as CSV and as a calendar.
 *
 * <p>A centre checks with them who somebody is, so they hold names and birth dates: each one that
 * is given out is noted in {@code audit}.
 *
 * <p>May use {@code booking}, {@code identity}, {@code audit}, {@code database}, {@code settings},
 * {@code api}. Out of scope: changing anything.
 */
@NullMarked
package de.durchkommen.export;

import org.jspecify.annotations.NullMarked;
