/** The wallboard, with a real database. */
@NullMarked
package de.durchkommen.wallboard;

import org.jspecify.annotations.NullMarked;
