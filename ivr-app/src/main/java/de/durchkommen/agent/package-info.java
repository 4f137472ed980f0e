/**
 * Agents of the call centre: so far the telephones that they talk on.
 *
 * <p>Asterisk reads the tables {@code ps_*} itself, whenever a telephone registers; here they are
 * written. The launcher does the same as the REST resource, without the application.
 *
 * <p>May use {@code phone}, {@code audit}, {@code database}, {@code settings}, {@code api}. Out of
 * scope: which telephones are registered right now, which Asterisk alone knows; callers and calls.
 */
@NullMarked
package de.durchkommen.agent;

import org.jspecify.annotations.NullMarked;
