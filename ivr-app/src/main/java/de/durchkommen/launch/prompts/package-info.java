/**
 * {@code ./durchkommen prompts}: hear what the hotline says, check it, make its sounds, and bring
 * in recordings by people.
 *
 * <p>May use {@code launch}, {@code prompt}, {@code voice}, and of {@code call} what is said often.
 * Out of scope: what is said ({@code prompt}) and how it sounds ({@code voice}).
 */
@NullMarked
package de.durchkommen.launch.prompts;

import org.jspecify.annotations.NullMarked;
