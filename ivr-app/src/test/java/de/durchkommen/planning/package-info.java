/** Tests of planning. */
@NullMarked
package de.durchkommen.planning;

import org.jspecify.annotations.NullMarked;
