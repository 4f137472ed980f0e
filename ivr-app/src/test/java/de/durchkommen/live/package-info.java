/** Tests of live events. */
@NullMarked
package de.durchkommen.live;

import org.jspecify.annotations.NullMarked;
