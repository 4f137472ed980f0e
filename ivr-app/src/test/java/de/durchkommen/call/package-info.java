/** Whole calls, by transcript: what was said and what was keyed. */
@NullMarked
package de.durchkommen.call;

import org.jspecify.annotations.NullMarked;
