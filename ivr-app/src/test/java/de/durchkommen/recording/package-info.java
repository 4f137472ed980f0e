/** Tests of recordings. */
@NullMarked
package de.durchkommen.recording;

import org.jspecify.annotations.NullMarked;
