/**
 * Telephone numbers that are called, and when somebody may be called.
 *
 * <p>May use the JDK and Jakarta; the only user of libphonenumber. Out of scope: calling.
 */
@NullMarked
package de.durchkommen.phone;

import org.jspecify.annotations.NullMarked;
