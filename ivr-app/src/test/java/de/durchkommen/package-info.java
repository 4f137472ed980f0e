/** Rules over all packages. */
@NullMarked
package de.durchkommen;

import org.jspecify.annotations.NullMarked;
