/**
 * Who is calling: invited people, their codes, and the lock against guessing.
 *
 * <p>A birth date is a filter, not a secret; the code is what proves the invitation. Unknown codes
 * and wrong dates get the same answer, and both count towards the lock of that code.
 *
 * <p>May use the JDK and Jakarta. Out of scope: what is said, appointments.
 */
@NullMarked
package de.durchkommen.identity;

import org.jspecify.annotations.NullMarked;
