/**
 * The list of invited people as a whole: its import from files, and its deletion when nobody needs
 * it any more. Who is calling is told by {@code identity}.
 *
 * <p>An import takes a file whole or not at all, and says of each error where it is. Nothing here
 * repeats a value of a person in a log, an error or a report.
 *
 * <p>The import itself ({@link de.durchkommen.people.PeopleImport}) is plain JDBC, so that the
 * launcher can use it without the application.
 *
 * <p>May use {@code identity}, {@code audit}, {@code database}, {@code settings}, {@code api}. Out
 * of scope: a single person's call; what is booked.
 */
@NullMarked
package de.durchkommen.people;

import org.jspecify.annotations.NullMarked;
