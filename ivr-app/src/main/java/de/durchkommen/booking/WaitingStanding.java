package de.durchkommen.booking;

/** How somebody stands on the waiting list. */
public sealed interface WaitingStanding {
  /** Not on it. */
  record NotWaiting() implements WaitingStanding {}

  /**
   * On it.
   *
   * @param ahead how many stand before them for one of the same centres; 1,000 for that or more
   */
  record Waiting(int ahead) implements WaitingStanding {}

  /**
   * This pair is kept for them until its {@link Offer#until}; {@link BookingDesk#book} with its
   * hold takes it.
   */
  record Offered(Offer offer) implements WaitingStanding {}

  /** Nobody can tell right now. */
  record Unknown(String why) implements WaitingStanding {}
}
