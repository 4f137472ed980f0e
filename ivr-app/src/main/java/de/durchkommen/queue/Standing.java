package de.durchkommen.queue;

import java.time.Instant;
import java.util.Optional;

/** How a caller stands in the waiting room. */
public sealed interface Standing {
  /** It is their turn: the dialogue can begin. */
  record Admitted() implements Standing {}

  /**
   * In line.
   *
   * @param position 1 is the next one; counts all who are before them, also those who will be
   *     called back and those who were cut off a moment ago
   * @param range how long it will take; empty when nobody can tell
   * @param asOf when that was so
   */
  record Waiting(int position, Optional<WaitRange> range, Instant asOf) implements Standing {}

  /**
   * Before the opening; whoever is here then takes part in the draw, or keeps the order of arrival.
   *
   * @param opens when the line opens
   * @param draw whether places are drawn then
   */
  record Lobby(Instant opens, boolean draw) implements Standing {}

  /**
   * The hotline is closed and nobody is held on the line; a callback can be asked for.
   *
   * @param opens when the line opens next
   * @param draw whether places are drawn then
   */
  record Closed(Instant opens, boolean draw) implements Standing {}

  /**
   * In line when the hotline closed, and not served today any more. The place is kept.
   *
   * @param opens when the line opens next; those with a callback are called from then on
   */
  record Closing(Instant opens) implements Standing {}

  /** Not known: the database has not answered yet. The place is that of the arrival. */
  record Pending() implements Standing {}
}
