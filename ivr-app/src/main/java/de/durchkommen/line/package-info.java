/**
 * The telephone line: the FastAGI port that Asterisk connects to, the caller as the scripts see
 * them, and the calls that go out.
 *
 * <p>A connection is let in by {@link AgiPort} (allow-list, limits, no protocol), guarded by {@link
 * GuardedConnection} (bounded lines, deadlines), spoken with by asterisk-java, checked reply by
 * reply by {@link AgiLine}, made a {@code call.Caller} by {@link AgiCaller}, and framed by {@link
 * CallFrame}, the one place that catches hangups and failures. One virtual thread a call, start to
 * end; what it reads is brought to it by {@link Pump}, one thread for all.
 *
 * <p>A node that stands still must not keep its callers in silence: with its commands it moves on a
 * time at which the dialplan takes the call back ({@link AgiLine#stays}).
 *
 * <p>Music for a waiting caller ends when a {@code queue.Bell} rings on any thread: {@link
 * Interruption} tells how, and why every reply is counted.
 *
 * <p>People are called by {@link AmiTelephone} through Asterisk's manager port; whoever picks up
 * comes in by the AGI port as any caller, with the script of what the call is for.
 *
 * <p>Talks with agents are held by Asterisk's dialplan; {@link AmiExchange} tells it who goes
 * where, and {@link TalkFeed} tells {@code agent.TalkEvents} what happened. There may be several
 * Asterisks: {@link Exchanges} makes them one for everybody else, {@link Reach} their telephones.
 * What is recorded is brought by Asterisk to {@code recording}, at the wish of {@link
 * TalkActions#records}.
 *
 * <p>May use {@code call}, {@code agent}, {@code queue}, {@code recording}, {@code prompt}, {@code
 * phone}; the only user of asterisk-java. Out of scope: what is said and when ({@code call}),
 * making audio ({@code voice}), the dialplan.
 */
@NullMarked
package de.durchkommen.line;

import org.jspecify.annotations.NullMarked;
