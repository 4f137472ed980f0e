/**
 * What happened to calls: the path of each through the scripts, and where callers give up.
 *
 * <p>{@link de.durchkommen.journey.Journey} notes prompts and single keys while a call runs, in
 * memory, and costs a caller nothing. When the scripts are done with the call, {@link
 * de.durchkommen.journey.Journeys} has it for the next write, some hundred at once, each second. A
 * database that does not answer makes them wait, up to a bound; beyond that the oldest are dropped
 * and counted, for no call may wait for its history. A node that is killed loses the last second.
 *
 * <p>Who called is a keyed hash of the number (HMAC, RFC 2104): calls of the same caller are found
 * together, also by a number that a caller has told, but no number can be read from the table, and
 * the key is not in the database (pseudonyms of Art. 4 no. 5 GDPR). Without a key callers are not
 * told apart at all. Of what was keyed only single keys are kept: menus, and no digits of a code, a
 * date or a number. A search by number is in the audit. Rows are forgotten after some days; the
 * counts by day, which are about nobody, after a year.
 *
 * <p>May use {@code phone}, {@code audit}, {@code database}, {@code settings}, {@code api}. Out of
 * scope: what was said in words ({@code call.Transcript}), talks with agents beyond their times.
 */
@NullMarked
package de.durchkommen.journey;

import org.jspecify.annotations.NullMarked;
