package de.durchkommen.booking;

/** What came of booking a held pair. */
public sealed interface BookOutcome {
  /** Both are booked. */
  record Booked(AppointmentPair pair) implements BookOutcome {}

  /** The hold ran out and somebody else has a seat of it; nothing was booked. */
  record HoldLost() implements BookOutcome {}

  /** The person has appointments already; nothing was booked. */
  record AlreadyBooked(AppointmentPair pair) implements BookOutcome {}

  /** Nobody can tell right now whether it was booked; look it up later. */
  record Unknown(String why) implements BookOutcome {}
}
