/**
 * How many agents are needed, and what callers meet with as many as there are.
 *
 * <p>The model is Erlang-A (M/M/n+M): callers come at random, each is served for an exponential
 * time, and hangs up when an exponential patience is over. {@link de.durchkommen.planning.ErlangA}
 * tells what n agents do to callers, {@link de.durchkommen.planning.Staffing} the fewest that keep
 * a goal. {@link de.durchkommen.planning.Estimates} takes handling time and patience from what has
 * been.
 *
 * <p>May use {@code database}, {@code api}. Out of scope: what callers did and will do by the hour
 * ({@code wallboard}), who is signed in ({@code agent}).
 */
@NullMarked
package de.durchkommen.planning;

import org.jspecify.annotations.NullMarked;
