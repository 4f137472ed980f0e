package de.durchkommen.editing;

/** What became of an attempt to put a version in force. */
sealed interface PublishOutcome {
  /** It is in force; nothing new was written when it was so already. */
  record Done(Publication now) implements PublishOutcome {}

  /** Somebody else was faster, and this is in force; nothing was changed. */
  record Outdated(Publication now) implements PublishOutcome {}

  /** There is no such version of this prompt in this language. */
  record NoSuchVersion() implements PublishOutcome {}
}
