/**
 * What every part is given instead of reaching for it: clock, randomness, a schedule, and for which
 * call it works.
 *
 * <p>May use the JDK and Jakarta. Out of scope: what is done with them.
 */
@NullMarked
package de.durchkommen.settings;

import org.jspecify.annotations.NullMarked;
