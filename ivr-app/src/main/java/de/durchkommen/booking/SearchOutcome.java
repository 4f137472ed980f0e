package de.durchkommen.booking;

import java.time.Instant;
import java.util.List;

/** What is free and fits a wish. */
public sealed interface SearchOutcome {
  /**
   * These fit, the best first; none when nothing does.
   *
   * @param pairs by centre, nearest first, and there by day: the first pair of each day
   * @param asOf when that was so
   */
  record Found(List<FreePair> pairs, Instant asOf) implements SearchOutcome {
    /** Copies the list. */
    public Found {
      pairs = List.copyOf(pairs);
    }
  }

  /** Nobody can tell right now; says nothing about what is free. */
  record Unknown(String why) implements SearchOutcome {}
}
