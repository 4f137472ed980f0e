package de.durchkommen.booking;

/**
 * Who waits for a pair when all are booked.
 *
 * <p>A pair that comes free is kept for the first in line whom it suits, and that person is called;
 * when they decline, or cannot be reached within the time limit ({@code durchkommen.waiting.offer},
 * 2 hours), it is the next one's. While somebody waits for a centre nobody who happens to call is
 * offered a pair there. To take it is {@link BookingDesk#book} with the hold of the offer; any
 * booking by the person ends their entry, in the same transaction.
 *
 * <p>Never throws for an outage: that is an outcome. There are two, as with {@link BookingDesk}:
 * the telephone's, and the one {@link de.durchkommen.database.ForWeb}.
 */
public interface WaitingList {
  /** Puts somebody on the list, at its end; who is on it keeps the place and may give a number. */
  WaitingSignUp signUp(WaitingWish wish, Actor actor);

  /** How somebody stands. */
  WaitingStanding standing(long person);

  /** Declines the pair that is on offer, and leaves the list. */
  WaitingEnd decline(long person, Actor actor);

  /** Leaves the list, and gives up a pair that is on offer. */
  WaitingEnd leave(long person, Actor actor);

  /**
   * Those who wait, in their order.
   *
   * @param after from the entry after this one on; 0 for the first
   * @param most so many at most, 1 or more
   */
  WaitingListing listed(long after, int most);
}
