/**
 * What supervisors see of the whole hotline: how it stands, live, and how it was.
 *
 * <p>{@link de.durchkommen.wallboard.Board} is made once a second at most for all browsers of a
 * node, and only while a supervisor listens: queues are read from what their rounds have found out
 * anyway, agents by one query, the counts of the day every ten seconds, the stock one centre after
 * the other. A board that shows the same as the one before is sent to nobody, so times are told as
 * moments that browsers count from. What it costs does not depend on how many wait.
 *
 * <p>What is past is in rows of minutes and quarters of an hour, written by whichever node has the
 * lock. All that is counted there has a time of its own in other tables: nothing is lost while no
 * node runs. SQL goes by indexes only.
 *
 * <p>May use {@code queue}, {@code booking}, {@code live}, {@code database}, {@code settings},
 * {@code api}. Out of scope: settings of queues ({@code queue}), what is done with agents ({@code
 * agent}), figures for Prometheus.
 */
@NullMarked
package de.durchkommen.wallboard;

import org.jspecify.annotations.NullMarked;
