package de.durchkommen.call;

import de.durchkommen.booking.Actor;
import de.durchkommen.booking.AppointmentPair;
import de.durchkommen.booking.BookOutcome;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.CancelOutcome;
import de.durchkommen.booking.Centre;
import de.durchkommen.booking.HoldKey;
import de.durchkommen.booking.LookUp;
import de.durchkommen.booking.MoveOutcome;
import de.durchkommen.booking.Offer;
import de.durchkommen.booking.OfferOutcome;
import de.durchkommen.booking.RenewOutcome;
import de.durchkommen.booking.SearchOutcome;
import de.durchkommen.booking.Stock;
import de.durchkommen.booking.Vaccine;
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
  static final Vaccine COMIRNATY = new Vaccine("comirnaty", "Comirnaty", 21, 42);
  static final Centre FULDA = new Centre("fulda", "Fulda");

  final Deque<OfferOutcome> offers = new ArrayDeque<>();
  final Deque<BookOutcome> bookings = new ArrayDeque<>();
  final Deque<LookUp> lookUps = new ArrayDeque<>();
  final Map<Long, AppointmentPair> booked = new HashMap<>();
  final Set<Offer> held = new HashSet<>();
  final List<Wish> wishes = new ArrayList<>();
  boolean working = true;
  Stock stock = new Stock.Unknown("down");
  int counts;

  static Offer offer(long hold, Centre centre, int day) {
    LocalDateTime first = LocalDateTime.of(2026, 12, day, 9, 30);
    return new Offer(
        new HoldKey(hold, 2 * hold, 2 * hold + 1),
        centre,
        COMIRNATY,
        first,
        first.plusDays(21),
        Instant.parse("2026-11-30T13:08:00Z"));
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
  public RenewOutcome renew(HoldKey hold) {
    throw new UnsupportedOperationException("The telephone's holds are renewed by the desk");
  }

  @Override
  public void release(HoldKey hold) {
    held.removeIf(offer -> offer.hold().equals(hold));
  }

  @Override
  public BookOutcome book(long person, HoldKey hold, Actor actor) {
    if (!bookings.isEmpty()) {
      return bookings.pop();
    }
    AppointmentPair pair = pair(taken(hold));
    booked.put(person, pair);
    return new BookOutcome.Booked(pair);
  }

  @Override
  public MoveOutcome move(long person, HoldKey hold, Actor actor) {
    if (!booked.containsKey(person)) {
      return new MoveOutcome.NothingBooked();
    }
    AppointmentPair pair = pair(taken(hold));
    booked.put(person, pair);
    return new MoveOutcome.Moved(pair);
  }

  private Offer taken(HoldKey hold) {
    Offer offer = held.stream().filter(one -> one.hold().equals(hold)).findFirst().orElseThrow();
    held.remove(offer);
    return offer;
  }

  @Override
  public CancelOutcome cancel(long person, Actor actor) {
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

  @Override
  public SearchOutcome search(Wish wish, int most) {
    throw new UnsupportedOperationException("Callers are offered what is held for them");
  }

  @Override
  public Stock stock(Wish wish) {
    counts++;
    return stock;
  }

  static AppointmentPair pair(Offer offer) {
    return new AppointmentPair(
        "471193", offer.centre(), offer.vaccine(), offer.first(), offer.second());
  }
}
