/** Which numbers are called, and when. */
@NullMarked
package de.durchkommen.phone;

import org.jspecify.annotations.NullMarked;
