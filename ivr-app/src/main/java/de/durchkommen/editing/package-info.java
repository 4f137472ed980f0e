/**
 * What callers hear, edited while they call: versions of texts and recordings, which of them is in
 * force, and how each sounds before anybody hears it.
 *
 * <p>A version is only ever added ({@link PromptVersion}); putting it in force is a {@link
 * Publication}, so is going back. {@link LivePrompts} brings what is in force to the {@link
 * de.durchkommen.prompt.PromptLibrary} of each node within two seconds. What cannot be said as the
 * build demands is refused; what a later release cannot say any more is left out, and the delivered
 * text is said.
 *
 * <p>May use {@code prompt}, {@code call} (which prompts there are, and which are said often),
 * {@code language}, {@code database}, {@code audit}, {@code api}. Out of scope: how sound is made
 * ({@code voice}), whether a recording is good enough ({@code prompt.RecordingApproval}), the
 * supervisors' pages.
 */
@NullMarked
package de.durchkommen.editing;

import org.jspecify.annotations.NullMarked;
