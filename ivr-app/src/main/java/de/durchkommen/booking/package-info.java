/**
 * Seats, holds and appointments: the shared booking service.
 *
 * <p>A seat is one place at one time in one centre, for a first or for a second dose of one
 * vaccine. A hold is the two columns {@code held_by} and {@code held_until} of a seat, not a lock;
 * who has its {@link de.durchkommen.booking.HoldKey} can book it. A pair of appointments is
 * <em>one</em> row of {@code appointment_pair} with both seats in it, so it exists as a whole or
 * not at all; its unique keys give a seat one pair and a person one pair.
 *
 * <p>A rush is served in rounds ({@link de.durchkommen.database.GroupCommit}): all who ask while a
 * transaction is under way are served by the next one. {@code OfferRound} gives each of them the
 * next pair in the order of time, so nobody waits for a lock that another one has; {@code
 * BookRound} writes all their pairs at once. What is done for one person at a time, moving and
 * cancelling, is in {@code Appointments}.
 *
 * <p>When all is booked there is a waiting list ({@link de.durchkommen.booking.WaitingList}). What
 * comes free is kept for the first in line: {@code WaitingTurns} runs at the beginning of each
 * round of offers, so nobody who happens to call is before those who wait, and {@code WaitingRun}
 * runs it when nobody calls, ends offers whose time is over, and has people called.
 *
 * <p>May use {@code database}, {@code settings}, {@code api}, the JDK and Jakarta. Out of scope:
 * who somebody is ({@code identity}), where seats come from ({@code inventory}), what is said.
 */
@NullMarked
package de.durchkommen.booking;

import org.jspecify.annotations.NullMarked;
