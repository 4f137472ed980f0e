package de.durchkommen.booking;

import java.util.List;

/**
 * The shared booking service, as scripts, agents and other programs use it.
 *
 * <p>Never throws for an outage: that is an outcome. Each method is one short transaction; none is
 * open while a caller listens.
 *
 * <p>There are two: the one without a qualifier is the telephone's. What it holds is renewed every
 * minute while the process lives, until it is booked, moved to or released. The other one, {@link
 * de.durchkommen.database.ForWeb}, has database connections of its own, so that a portal under
 * siege takes none of the telephone's; what it holds runs out after {@code Limits.HOLD} (3 minutes)
 * unless its client renews it.
 */
public interface BookingDesk {
  /** Finds the first pair of free seats that fits and holds both for {@code Limits.HOLD}. */
  OfferOutcome offer(Wish wish);

  /** Holds an offer for another {@code Limits.HOLD} from now on. */
  RenewOutcome renew(HoldKey hold);

  /**
   * Somebody else renews this hold from now on: it is not renewed here any more, and runs out if
   * they do not.
   */
  default void passOn(HoldKey hold) {}

  /** Gives held seats back; does nothing when they are not held with this key any more. */
  void release(HoldKey hold);

  /**
   * Books a held pair for a person who has none, in one transaction. Asked again with the same hold
   * for the same person, it tells the booking again.
   */
  BookOutcome book(long person, HoldKey hold, Actor actor);

  /** Moves a person's pair to a held one; the old seats are free only when the new are booked. */
  MoveOutcome move(long person, HoldKey hold, Actor actor);

  /** Cancels a person's pair. */
  CancelOutcome cancel(long person, Actor actor);

  /** What a person has booked. */
  LookUp appointments(long person);

  /**
   * What is free and fits, without holding any of it.
   *
   * @param most the longest list that is wanted, 1 to 100
   */
  SearchOutcome search(Wish wish, int most);

  /** How much is left of what fits. */
  Stock stock(Wish wish);

  /** All centres, nearest first; empty when nobody can tell right now. */
  List<Centre> centres(String postcode);
}
