/**
 * The nodes of the application, as an operator sees them: each tells how many calls it has, and
 * learns whether it is to run empty, so that it can be stopped without anybody being cut off. Both
 * are in the database, which all nodes share anyway: no node has to know or reach another one, and
 * in a partition a node that cannot ask goes on as it was last told.
 *
 * <p>May call: {@code database}, {@code settings}. Out of scope: what a call does, and which node a
 * call comes to; that is Asterisk's choice.
 */
@NullMarked
package de.durchkommen.node;

import org.jspecify.annotations.NullMarked;
