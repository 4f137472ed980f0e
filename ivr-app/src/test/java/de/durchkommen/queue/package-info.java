/** The waiting room, on a real database. */
@NullMarked
package de.durchkommen.queue;

import org.jspecify.annotations.NullMarked;
