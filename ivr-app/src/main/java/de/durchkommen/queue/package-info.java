/**
 * The waiting room: who is in a dialogue, who waits, in which order, and what they are told of it.
 *
 * <p>Everybody who calls gets a ticket in the database. So many of them are in a dialogue at once
 * as the {@link Inlet} lets in; the others wait, in the order of {@code (priority, place)}. A place
 * is given once: by arrival, or by lot at the opening. It is kept when the caller is cut off, when
 * they ask to be called back, and when any process dies.
 *
 * <p>Each node has a {@link WaitingRoom} with the callers on its lines ({@link Stay}), and works in
 * rounds: one transaction registers who has come and gone, lets in whose turn it is, on whichever
 * node they are, and tells the stays of this node how they stand. Rounds of all nodes take turns on
 * one locked row, so the database alone decides who is next. What a round could not write it keeps
 * for the next one.
 *
 * <pre>
 *            enters                turn                served
 *   caller ─────────► LINE ─────────────► DIALOGUE ─────────► ENDED
 *               │      ▲ │ cut off, callback    │ cut off
 *     before    ▼      │ ▼                      ▼
 *     opening  LOBBY ──┘ place kept ◄───────────┘
 *               draw
 * </pre>
 *
 * <p>May use {@code phone}, {@code database}, {@code audit}, {@code settings}, {@code api}. Out of
 * scope: what is said ({@code call}), music and ringing ({@code line}).
 */
@NullMarked
package de.durchkommen.queue;

import org.jspecify.annotations.NullMarked;
