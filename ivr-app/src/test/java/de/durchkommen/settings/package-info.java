/** Tests of {@link de.durchkommen.settings}. */
@NullMarked
package de.durchkommen.settings;

import org.jspecify.annotations.NullMarked;
