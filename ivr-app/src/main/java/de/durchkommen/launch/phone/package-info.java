/**
 * The test telephone: a real SIP phone that calls the hotline, presses keys, records what it hears,
 * and recognises prompts in the recording by their sound.
 *
 * <p>May use the JDK, picocli, JTransforms and Jakarta JSON. Stays out of the WAR: it knows the
 * hotline only as a caller does, by SIP, by ear, and by the transcript resource. Out of scope: how
 * the hotline is started ({@code launch}).
 */
@NullMarked
package de.durchkommen.launch.phone;

import org.jspecify.annotations.NullMarked;
