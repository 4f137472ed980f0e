/**
 * The call scripts, and the vocabulary in which they are written.
 *
 * <p>A script is straight-line Java on one virtual thread a call: it tells a {@link Caller} things
 * and asks {@link Question}s. The same script runs on Asterisk ({@code line.AgiCaller}) and in a
 * test ({@code ScriptedCaller}).
 *
 * <p>May use {@code identity}, {@code queue}, {@code agent}, {@code recording} (whether a talk may
 * be recorded), {@code booking}, {@code prompt}. Out of scope: AGI, SIP, audio, SQL.
 */
@NullMarked
package de.durchkommen.call;

import org.jspecify.annotations.NullMarked;
