package de.durchkommen.queue;

/** Whose turn it is, within one round of one queue. */
sealed interface Admission permits Turns, Matching {
  /** How many are served now, ringing telephones of callers included. */
  int running();

  /** How many could be served at once. */
  int limit();

  /**
   * Lets in whose turn it is.
   *
   * @param callable whether anybody can be called now
   * @return how many more are served, ringing telephones of callers included
   */
  int taken(boolean callable);
}
