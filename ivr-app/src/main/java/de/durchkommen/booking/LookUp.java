package de.durchkommen.booking;

/** Whether a person has appointments. */
public sealed interface LookUp {
  /** These. */
  record Found(AppointmentPair pair) implements LookUp {}

  /** None, says a query that succeeded. */
  record NothingBooked() implements LookUp {}

  /** Nobody can tell right now. */
  record Unknown(String why) implements LookUp {}
}
