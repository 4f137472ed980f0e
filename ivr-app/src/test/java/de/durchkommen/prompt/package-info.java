/** Tests of what is said. */
@NullMarked
package de.durchkommen.prompt;

import org.jspecify.annotations.NullMarked;
