/**
 * What reaches a browser by itself: server-sent events (WHATWG HTML, 9.2) of people who are logged
 * in.
 *
 * <p>A feature tells by {@link de.durchkommen.live.LiveEvents}. There are two kinds. An
 * <em>event</em> says that something happened ({@code tell}); it reaches those who listen at that
 * moment, and those who come back within {@link de.durchkommen.live.LiveLimits#REMEMBERED} to the
 * same node. A <em>state</em> is the whole of something that is shown ({@code source}, {@code
 * changed}): each browser gets it when it connects and after each change, so that whatever was
 * missed does not matter. What must not be lost is a state.
 *
 * <p>Each stream has a virtual thread and a bounded outbox: whoever tells never waits for a
 * browser, and one that is too slow is cut off and connects again. Streams are known to their node
 * only: a feature that runs on several nodes tells on each of them.
 *
 * <p>May use {@code api}. Out of scope: what is told; the browser's side, {@code web/live.js}.
 */
@NullMarked
package de.durchkommen.live;

import org.jspecify.annotations.NullMarked;
