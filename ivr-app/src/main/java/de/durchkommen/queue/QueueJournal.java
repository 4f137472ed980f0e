package de.durchkommen.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

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
    /** Asked to be called back. */
    CALLBACK_ASKED,
    /** Was called back and picked up. */
    CALLBACK_REACHED
  }

  /**
   * How things stand on all nodes.
   *
   * @param at when that was so
   * @param waiting who waits, by language
   * @param oldest since when the first of them waits; {@code at} when nobody does
   * @param dialogues how many run, ringing telephones included
   * @param limit how many are let in at once
   * @param callbacks how many wait to be called back
   * @param ringing how many telephones ring
   */
  record Figures(
      Instant at,
      Map<String, Integer> waiting,
      Instant oldest,
      int dialogues,
      int limit,
      int callbacks,
      int ringing) {}

  /**
   * Something happened to a caller of this node.
   *
   * @param waited since the caller came in
   */
  void happened(Happening what, String language, Duration waited);

  /** How things stand now. */
  void stands(Figures figures);

  /** Somebody who was told a range was let in: whether the range was kept. */
  void proved(boolean kept);
}
