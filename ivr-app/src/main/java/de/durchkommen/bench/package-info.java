/**
 * Measurements, always beside a peer or a limit that is measured in the same run. Not in the WAR;
 * {@code ./durchkommen bench} starts a program of this package in a process of its own.
 *
 * <p>{@link de.durchkommen.bench.BookingBench}: Hessen's first batch. Everything happens on one
 * MariaDB server with the application's own schema, and every commit is flushed.
 *
 * <p>{@link de.durchkommen.bench.CallsBench}: short dialogues a second, beside Asterisk alone and
 * two other FastAGI servers. {@link de.durchkommen.bench.WaitingBench}: callers who wait, beside
 * Asterisk's own queue. {@link de.durchkommen.bench.VoicesBench}: new sentences, beside each engine
 * at the command line. Asterisk runs with the product's configuration and {@code dialplan/bench}.
 *
 * <p>May use {@code booking}, {@code queue}, {@code line}, {@code call}, {@code prompt}, {@code
 * phone}, {@code database}, {@code voice}. Out of scope: starting servers ({@code launch}).
 */
@NullMarked
package de.durchkommen.bench;

import org.jspecify.annotations.NullMarked;
