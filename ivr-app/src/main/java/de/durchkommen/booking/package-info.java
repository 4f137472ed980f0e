/**
 * Centres, seats, holds and appointments.
 *
 * <p>A seat is one place at one time in one centre, for a first or for a second dose. A hold is the
 * two columns {@code held_by} and {@code held_until} of a seat, not a lock. A pair of appointments
 * is <em>one</em> row of {@code appointment_pair} with both seats in it, so it exists as a whole or
 * not at all; its unique keys give a seat one pair and a person one pair.
 *
 * <p>May use the JDK and Jakarta. Out of scope: who somebody is ({@code identity}), what is said.
 */
@NullMarked
package de.durchkommen.booking;

import org.jspecify.annotations.NullMarked;
