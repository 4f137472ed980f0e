package de.durchkommen.call;

import de.durchkommen.booking.Actor;
import de.durchkommen.booking.Offer;
import de.durchkommen.booking.WaitingEnd;
import de.durchkommen.booking.WaitingList;
import de.durchkommen.booking.WaitingListing;
import de.durchkommen.booking.WaitingSignUp;
import de.durchkommen.booking.WaitingStanding;
import de.durchkommen.booking.WaitingWish;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A waiting list in memory, whose answers a test may choose. */
final class FakeWaitingList implements WaitingList {
  static final Duration KEPT = Duration.ofHours(2);

  final Map<Long, WaitingStanding> standings = new HashMap<>();
  final List<WaitingWish> wishes = new ArrayList<>();
  final Deque<WaitingSignUp> signUps = new ArrayDeque<>();
  final Deque<WaitingStanding> lookUps = new ArrayDeque<>();
  final Deque<WaitingEnd> ends = new ArrayDeque<>();

  FakeWaitingList offering(long person, Offer offer) {
    standings.put(person, new WaitingStanding.Offered(offer));
    return this;
  }

  @Override
  public WaitingSignUp signUp(WaitingWish wish, Actor actor) {
    if (!signUps.isEmpty()) {
      return signUps.pop();
    }
    wishes.add(wish);
    standings.put(wish.person(), new WaitingStanding.Waiting(12));
    return new WaitingSignUp.SignedUp(12, KEPT);
  }

  @Override
  public WaitingStanding standing(long person) {
    return lookUps.isEmpty()
        ? standings.getOrDefault(person, new WaitingStanding.NotWaiting())
        : lookUps.pop();
  }

  @Override
  public WaitingEnd decline(long person, Actor actor) {
    return ended(person);
  }

  @Override
  public WaitingEnd leave(long person, Actor actor) {
    return ended(person);
  }

  private WaitingEnd ended(long person) {
    if (!ends.isEmpty()) {
      return ends.pop();
    }
    return standings.remove(person) == null
        ? new WaitingEnd.NothingThere()
        : new WaitingEnd.Ended();
  }

  @Override
  public WaitingListing listed(long after, int most) {
    throw new UnsupportedOperationException("Callers are not shown the list");
  }
}
