package de.durchkommen.booking;

/** Calls somebody about a pair that is kept for them. */
@FunctionalInterface
public interface OfferCall {
  /**
   * Places a call and returns; what becomes of it, the call's script tells the {@link WaitingList}.
   * An offer that nobody takes or declines stays open until its time is over.
   *
   * @throws RuntimeException when no call could be placed; it is tried again in a minute
   */
  void place(WaitingOffer offer);
}
