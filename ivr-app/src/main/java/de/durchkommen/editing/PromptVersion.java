package de.durchkommen.editing;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text or a recording of a prompt, as somebody made it; never changed.
 *
 * @param text ICU pattern; with a recording the words that are said in it
 * @param recording SHA-256 of the file; null for a text
 * @param actor which client made it
 */
record PromptVersion(
    long number,
    Place place,
    String text,
    @Nullable String recording,
    Instant at,
    String actor,
    String why) {
  /** Whether it was made of the same things by the same one, with the same reason. */
  boolean sameAs(PromptVersion other) {
    return place.equals(other.place)
        && text.equals(other.text)
        && Objects.equals(recording, other.recording)
        && actor.equals(other.actor)
        && why.equals(other.why);
  }
}
