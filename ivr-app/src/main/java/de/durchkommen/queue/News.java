package de.durchkommen.queue;

import java.util.Optional;

/**
 * What a waiting caller is told.
 *
 * @param kind why now
 * @param position 1 is the next one
 * @param range how long it will take; empty when nobody can tell
 * @param reason why it takes longer than was said before; always there when it does
 */
public record News(Kind kind, int position, Optional<WaitRange> range, Optional<Reason> reason) {
  /** Why something is told now. */
  public enum Kind {
    /** The first time in this stay. */
    ENTRY,
    /** The position has fallen. */
    NEARER,
    /** Nothing has changed, but it has been quiet for long. */
    STILL,
    /** It takes longer than was said. */
    LONGER
  }

  /** Why it takes longer than was said before. */
  public enum Reason {
    /** The dialogues take longer, or fewer end. */
    SLOWER,
    /** Fewer dialogues at once, for the sake of the database. */
    FEWER,
    /** Somebody of a group that goes first has come. */
    PRIORITY
  }
}
