/** Tests of the voices. */
@NullMarked
package de.durchkommen.voice;

import org.jspecify.annotations.NullMarked;
