/** Tests of the test telephone. */
@NullMarked
package de.durchkommen.launch.phone;

import org.jspecify.annotations.NullMarked;
