package de.durchkommen.editing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is in force for a prompt in a language.
 *
 * @param number counted over all prompts; 0 when nothing was ever published here
 * @param version what is said; null for the text as it was delivered
 * @param actor which client put it in force
 */
record Publication(
    long number, Place place, @Nullable Long version, Instant at, String actor, String why) {
  /** Before anybody has published anything. */
  static Publication none(Place place) {
    return new Publication(0, place, null, Instant.EPOCH, "", "");
  }
}
