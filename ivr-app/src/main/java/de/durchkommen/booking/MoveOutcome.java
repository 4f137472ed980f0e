package de.durchkommen.booking;

/** What came of moving a booked pair to held seats. */
public sealed interface MoveOutcome {
  /** The new ones are booked and the old ones are free. */
  record Moved(AppointmentPair pair) implements MoveOutcome {}

  /** The hold ran out; the old appointments stand. */
  record HoldLost() implements MoveOutcome {}

  /** There was nothing to move. */
  record NothingBooked() implements MoveOutcome {}

  /** Nobody can tell right now; look it up later. */
  record Unknown(String why) implements MoveOutcome {}
}
