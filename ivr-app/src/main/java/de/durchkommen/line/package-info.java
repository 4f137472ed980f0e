/**
 * The telephone line: the FastAGI port that Asterisk connects to, and the caller as the scripts see
 * them.
 *
 * <p>A connection is let in by {@link AgiPort} (allow-list, limits, no protocol), guarded by {@link
 * GuardedConnection} (bounded lines, deadlines), spoken with by asterisk-java, checked reply by
 * reply by {@link AgiLine}, made a {@code call.Caller} by {@link AgiCaller}, and framed by {@link
 * CallFrame}, the one place that catches hangups and failures. One virtual thread a call, start to
 * end.
 *
 * <p>May use {@code call}, {@code queue}, {@code prompt}; the only user of asterisk-java. Out of
 * scope: what is said and when ({@code call}), making audio ({@code voice}), the dialplan.
 */
@NullMarked
package de.durchkommen.line;

import org.jspecify.annotations.NullMarked;
