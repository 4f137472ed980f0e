/**
 * The caller whom an agent has on the line: who it is, what is booked for them, and booking on
 * their behalf by the same {@link de.durchkommen.booking.BookingDesk} as everywhere.
 *
 * <p>Nobody else is shown: there are no lists of people and no search for them here, and without a
 * talk, or with one that has been wrapped up, everything answers 409. Each look-up is in the audit.
 *
 * <p>May use {@code agent}, {@code portal}, {@code booking}, {@code identity}, {@code phone},
 * {@code api}, {@code database}, {@code settings}. Out of scope: seats and talks ({@code agent}),
 * how a seat is found.
 */
@NullMarked
package de.durchkommen.desk;

import org.jspecify.annotations.NullMarked;
