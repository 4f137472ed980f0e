/** Editing prompts, on a real database. */
@NullMarked
package de.durchkommen.editing;

import org.jspecify.annotations.NullMarked;
