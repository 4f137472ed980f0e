package de.durchkommen.queue;

import java.time.Duration;
import java.time.Instant;

/**
 * How many dialogues are let in at once: as many as the settings say while the database answers
 * quickly, and fewer while it is slow.
 *
 * <p>When answers become slow at some number of dialogues, that number is what the database can
 * bear, and three quarters of it are let in from then on; then it is felt for more, slowly
 * (additive increase, multiplicative decrease: Chiu and Jain, 1989).
 */
@SuppressWarnings("DoNotCallSuggester") // To be written.
final class Inlet {
  /** An answer of the database took so long; {@link Duration#ZERO} or more. */
  void answered(Duration took, int running, Instant at) {
    throw new UnsupportedOperationException("to be written: " + took + running + at);
  }

  /** The database did not answer. */
  void silent(int running, Instant at) {
    throw new UnsupportedOperationException("to be written: " + running + at);
  }

  /** How many are let in now, 1 or more, and no more than set. */
  int limit(int set, Instant at) {
    throw new UnsupportedOperationException("to be written: " + set + at);
  }
}
