package de.durchkommen.announcement;

/** What became of a change. */
sealed interface Change {
  /** It is so now; nothing was written when it was so before. */
  record Done(Announcement now) implements Change {}

  /** Somebody else was faster; nothing was changed. */
  record Outdated(Announcement now) implements Change {}

  /** Callers hear it, or are about to: it has to be withdrawn before it is changed. */
  record Published(Announcement now) implements Change {}

  /** Its time is over. */
  record Over(Announcement now) implements Change {}

  /** There are too many of the kind. */
  record TooMany(int most) implements Change {}

  /** There is no such announcement. */
  record None() implements Change {}
}
