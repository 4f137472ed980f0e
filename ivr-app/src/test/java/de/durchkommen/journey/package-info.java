/** What is noted of calls, and what is told of it. */
@NullMarked
package de.durchkommen.journey;

import org.jspecify.annotations.NullMarked;
