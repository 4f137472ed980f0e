package de.durchkommen.call;

import de.durchkommen.booking.AppointmentPair;
import de.durchkommen.booking.BookOutcome;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.CancelOutcome;
import de.durchkommen.booking.Centre;
import de.durchkommen.booking.LookUp;
import de.durchkommen.booking.MoveOutcome;
import de.durchkommen.booking.Offer;
import de.durchkommen.booking.OfferOutcome;
import de.durchkommen.booking.Wish;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A desk whose answers a test chooses, and which notes what is held. */
final class FakeBookingDesk implements BookingDesk {
  static final Centre KASSEL = new Centre("kassel", "Kassel");
  static final Centre FULDA = new Centre("fulda", "Fulda");

  final Deque<OfferOutcome> offers = new ArrayDeque<>();
  final Deque<BookOutcome> bookings = new ArrayDeque<>();
  final Deque<LookUp> lookUps = new ArrayDeque<>();
  final Map<Long, AppointmentPair> booked = new HashMap<>();
  final Set<Offer> held = new HashSet<>();
  final List<Wish> wishes = new ArrayList<>();
  boolean working = true;

  static Offer offer(long hold, Centre centre, int day) {
    LocalDateTime first = LocalDateTime.of(2026, 12, day, 9, 30);
    return new Offer(hold, centre, first, first.plusDays(21));
  }

  FakeBookingDesk offering(Offer... pairs) {
    for (Offer pair : pairs) {
      offers.add(new OfferOutcome.Offered(pair));
    }
    return this;
  }

  @Override
  public OfferOutcome offer(Wish wish) {
    wishes.add(wish);
    if (!working) {
      return new OfferOutcome.Unknown("down");
    }
    OfferOutcome next =
        offers.isEmpty()
            ? new OfferOutcome.SoldOut(Instant.parse("2026-11-30T13:05:00Z"))
            : offers.pop();
    if (next instanceof OfferOutcome.Offered(Offer offer)) {
      held.add(offer);
    }
    return next;
  }

  @Override
  public void release(Offer offer) {
    held.remove(offer);
  }

  @Override
  public BookOutcome book(long person, Offer offer) {
    if (!bookings.isEmpty()) {
      return bookings.pop();
    }
    held.remove(offer);
    booked.put(person, pair(offer));
    return new BookOutcome.Booked(pair(offer));
  }

  @Override
  public MoveOutcome move(long person, Offer offer) {
    if (!booked.containsKey(person)) {
      return new MoveOutcome.NothingBooked();
    }
    held.remove(offer);
    booked.put(person, pair(offer));
    return new MoveOutcome.Moved(pair(offer));
  }

  @Override
  public CancelOutcome cancel(long person) {
    AppointmentPair pair = booked.remove(person);
    return pair == null ? new CancelOutcome.NothingBooked() : new CancelOutcome.Cancelled(pair);
  }

  @Override
  public LookUp appointments(long person) {
    if (!lookUps.isEmpty()) {
      return lookUps.pop();
    }
    if (!working) {
      return new LookUp.Unknown("down");
    }
    AppointmentPair pair = booked.get(person);
    return pair == null ? new LookUp.NothingBooked() : new LookUp.Found(pair);
  }

  @Override
  public List<Centre> centres(String postcode) {
    return working ? List.of(KASSEL, FULDA) : List.of();
  }

  static AppointmentPair pair(Offer offer) {
    return new AppointmentPair("471193", offer.centre(), offer.first(), offer.second());
  }
}
