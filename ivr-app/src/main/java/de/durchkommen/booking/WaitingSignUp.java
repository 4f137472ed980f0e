package de.durchkommen.booking;

import java.time.Duration;

/** What came of signing up for the waiting list. */
public sealed interface WaitingSignUp {
  /**
   * The person is on the list now.
   *
   * @param ahead how many stand before them for one of the same centres; 1,000 for that or more
   * @param kept how long a pair will be kept for them, from the first call on
   */
  record SignedUp(int ahead, Duration kept) implements WaitingSignUp {}

  /**
   * The person was on it already and keeps the place; they are called at the number given now.
   *
   * @param ahead as in {@link SignedUp}; 0 when a pair is on offer
   * @param kept as in {@link SignedUp}
   */
  record Already(int ahead, Duration kept) implements WaitingSignUp {}

  /** The person has appointments and needs no list. */
  record HasAppointments() implements WaitingSignUp {}

  /** There is no such person (any more). */
  record NoSuchPerson() implements WaitingSignUp {}

  /** Nobody can tell right now; look up the standing later. */
  record Unknown(String why) implements WaitingSignUp {}
}
