package de.durchkommen.booking;

import java.util.List;

/**
 * The shared booking service, as scripts and agents use it.
 *
 * <p>Never throws for an outage: that is an outcome. Each method is one short transaction; none is
 * open while a caller listens.
 */
public interface BookingDesk {
  /**
   * Finds the first pair of free seats that fits and holds both for {@code Limits.HOLD} (3
   * minutes), renewed every minute by this process until {@link #release}, {@link #book} or {@link
   * #move}.
   */
  OfferOutcome offer(Wish wish);

  /** Gives the seats of an offer back; does nothing when they are not held by it any more. */
  void release(Offer offer);

  /** Books a held pair for a person who has none, in one transaction. */
  BookOutcome book(long person, Offer offer);

  /** Moves a person's pair to a held one; the old seats are free only when the new are booked. */
  MoveOutcome move(long person, Offer offer);

  /** Cancels a person's pair. */
  CancelOutcome cancel(long person);

  /** What a person has booked. */
  LookUp appointments(long person);

  /** All centres, nearest first; empty when nobody can tell right now. */
  List<Centre> centres(String postcode);
}
