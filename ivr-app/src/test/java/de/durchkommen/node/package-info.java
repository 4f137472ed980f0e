/** Tests of {@link de.durchkommen.node}. */
@NullMarked
package de.durchkommen.node;

import org.jspecify.annotations.NullMarked;
