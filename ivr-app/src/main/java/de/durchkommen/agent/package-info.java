/**
 * Agents of the call centre: their telephones, what they are doing, and their talks with callers.
 *
 * <p>Asterisk reads the tables {@code ps_*} itself, whenever a telephone registers; here they are
 * written. The launcher does the same as the REST resource, without the application.
 *
 * <p>Who is signed in has a seat, which is in one {@link de.durchkommen.agent.SeatState}. The
 * waiting room matches callers with ready seats ({@link de.durchkommen.queue.Staff}); the dialplan
 * brings both together without this application; {@link de.durchkommen.agent.TalkEvents} tells what
 * became of it, and what was missed meanwhile is asked of the {@link
 * de.durchkommen.agent.Exchange}.
 *
 * <p>How it is with the recording of a talk is read from the tables of {@code recording}, which
 * uses this package.
 *
 * <p>May use {@code queue}, {@code booking}, {@code phone}, {@code audit}, {@code live}, {@code
 * database}, {@code settings}, {@code api}. Out of scope: which telephones are registered right
 * now, which Asterisk alone knows; AMI and channels ({@code line}); what callers hear ({@code
 * call}).
 */
@NullMarked
package de.durchkommen.agent;

import org.jspecify.annotations.NullMarked;
