package de.durchkommen.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Is told what happens in the waiting room of this node: for figures. Must not block. */
interface QueueJournal {
  /** Nobody listens. */
  QueueJournal NONE =
      new QueueJournal() {
        @Override
        public void happened(Happening what, String language, Duration waited) {}

        @Override
        public void stands(Figures figures) {}

        @Override
        public void proved(boolean kept) {}
      };

  /** What can happen to a caller. */
  enum Happening {
    /** Came in. */
    ENTERED,
    /** Came in and has the old place. */
    RETURNED,
    /** Was let in to a dialogue. */
    ADMITTED,
    /** The dialogue came to its end. */
    SERVED,
    /** Was cut off or hung up before that. */
    CUT_OFF,
    /** Did not come back while the place was kept. */
    ABANDONED,
    /** Asked to be called back. */
    CALLBACK_ASKED,
    /** Was called back and picked up. */
    CALLBACK_REACHED,
    /** Could not be reached in all tries. */
    CALLBACK_UNREACHED
  }

  /**
   * How things stand on all nodes.
   *
   * @param at when that was so
   * @param phase whether the line is open
   * @param opens when it opens next; not later than {@code at} while it is open
   * @param waiting who waits on the line, by language
   * @param oldest since when the first of them waits; {@code at} when nobody does
   * @param dialogues how many run, ringing telephones included
   * @param limit how many are let in at once
   * @param set how many a supervisor allows at once
   * @param absent how many were cut off, and have their place kept
   * @param callbacks how many wait to be called back
   * @param ringing how many telephones ring
   * @param next how long the next caller will wait; empty when nobody can tell
   */
  record Figures(
      Instant at,
      Gate.Phase phase,
      Instant opens,
      Map<String, Integer> waiting,
      Instant oldest,
      int dialogues,
      int limit,
      int set,
      int absent,
      int callbacks,
      int ringing,
      Optional<WaitRange> next) {}

  /**
   * Something happened to a caller. Told once, by one node.
   *
   * @param waited since the caller came in for the first time; of {@link Happening#RETURNED} and
   *     {@link Happening#CUT_OFF}, and when called back, since this call began
   */
  void happened(Happening what, String language, Duration waited);

  /** How things stand now. */
  void stands(Figures figures);

  /** Somebody who was told a range was let in: whether the range was kept. */
  void proved(boolean kept);
}
