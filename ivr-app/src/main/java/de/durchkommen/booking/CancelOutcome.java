package de.durchkommen.booking;

/** What came of cancelling. */
public sealed interface CancelOutcome {
  /** Both appointments are cancelled and their seats are free. */
  record Cancelled(AppointmentPair pair) implements CancelOutcome {}

  /** There was nothing to cancel. */
  record NothingBooked() implements CancelOutcome {}

  /** Nobody can tell right now; look it up later. */
  record Unknown(String why) implements CancelOutcome {}
}
