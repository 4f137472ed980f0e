/** Tests of the launcher's parts that need no hotline. */
@NullMarked
package de.durchkommen.launch;

import org.jspecify.annotations.NullMarked;
