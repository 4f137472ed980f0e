/** Tests of {@link de.durchkommen.launch.drill}. */
@NullMarked
package de.durchkommen.launch.drill;

import org.jspecify.annotations.NullMarked;
