/**
 * What is said: prompts, their arguments, and the words made of both.
 *
 * <p>Text is the source, audio is made from it. A {@link Prompt} names a text and the arguments it
 * takes; an {@link Utterance} is a prompt with its values; {@link PromptLibrary} makes a {@link
 * SpokenText} of it, with numbers, dates and times as people say them; an {@link Announcer} makes
 * audio of that.
 *
 * <p>Others can be put in the place of the delivered texts while calls run ({@link PromptOverlay}),
 * and a {@link Recording} by a person in the place of a voice.
 *
 * <p>May use the JDK and ICU4J. Out of scope: speech engines ({@code voice}), playing ({@code
 * line}), when to say what ({@code call}).
 */
@NullMarked
package de.durchkommen.prompt;

import org.jspecify.annotations.NullMarked;
