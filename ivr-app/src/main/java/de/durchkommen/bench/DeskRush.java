package de.durchkommen.bench;

import de.durchkommen.booking.Actor;
import de.durchkommen.booking.BookOutcome;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.Offer;
import de.durchkommen.booking.OfferOutcome;
import de.durchkommen.booking.Wish;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** People who call the booking service: offered, booked, or told that there is nothing. */
final class DeskRush {
  /** All over Hessen, so that some centres are sought more than others. */
  private static final String[] POSTCODES = {
    "34117", "34212", "34497", "35037", "35390", "35578", "36037", "36251", "36304", "37213",
    "60311", "60385", "60488", "61169", "61348", "61440", "63065", "63225", "63450", "63571",
    "64283", "64521", "64646", "64711", "65183", "65199", "65428", "65549", "65719", "65929"
  };

  private static final Actor ACTOR = new Actor(Actor.Channel.API, "bench", "request");
  private static final long PAUSE_MILLISECONDS = 20;

  private final BookingDesk desk;
  private final LocalDate from;
  private final long nextPerson;
  private final int people;
  private final AtomicInteger called = new AtomicInteger();
  private final AtomicInteger booked = new AtomicInteger();
  private final AtomicInteger soldOut = new AtomicInteger();
  private final Queue<String> unknown = new ConcurrentLinkedQueue<>();
  private final AtomicLong lastBooking = new AtomicLong();
  private final Latencies bookings;
  private final Latencies answers;

  /**
   * A rush of people with keys from this one on.
   *
   * @param people so many of them call
   */
  DeskRush(BookingDesk desk, LocalDate from, long firstPerson, int people) {
    this.desk = desk;
    this.from = from;
    this.nextPerson = firstPerson;
    this.people = people;
    this.bookings = new Latencies(people);
    this.answers = new Latencies(people);
  }

  /** Lets them call; returns pairs a second, from the first call to the last booking. */
  double pairsPerSecond(int clients) throws Exception {
    long nanoseconds = Rush.nanoseconds(clients, client -> this::calls);
    long begun = System.nanoTime() - nanoseconds;
    return booked.get() * 1e9 / (lastBooking.get() - begun);
  }

  private void calls() throws InterruptedException {
    for (int i = called.getAndIncrement(); i < people; i = called.getAndIncrement()) {
      Wish wish = new Wish(Optional.empty(), POSTCODES[i % POSTCODES.length], from);
      while (!answered(wish, nextPerson + i)) {
        Thread.sleep(PAUSE_MILLISECONDS);
      }
    }
  }

  /** One try; false when the last seats are being offered to others. */
  private boolean answered(Wish wish, long person) {
    long start = System.nanoTime();
    switch (desk.offer(wish)) {
      case OfferOutcome.Offered(Offer offer) -> book(person, offer, start);
      case OfferOutcome.SoldOut(_) -> {
        soldOut.incrementAndGet();
        answers.add(System.nanoTime() - start);
      }
      case OfferOutcome.AllHeld(_) -> {
        return false;
      }
      case OfferOutcome.Unknown(String why) -> unknown.add(why);
    }
    return true;
  }

  private void book(long person, Offer offer, long start) {
    BookOutcome outcome = desk.book(person, offer.hold(), ACTOR);
    if (outcome instanceof BookOutcome.Booked) {
      long now = System.nanoTime();
      booked.incrementAndGet();
      bookings.add(now - start);
      lastBooking.accumulateAndGet(now, Math::max);
    } else {
      unknown.add(outcome.toString());
    }
  }

  int booked() {
    return booked.get();
  }

  int soldOut() {
    return soldOut.get();
  }

  /** Answers that helped nobody: there must not be any. */
  List<String> unknown() {
    return List.copyOf(unknown);
  }

  /** From the wish to the booking. */
  Latencies bookings() {
    return bookings;
  }

  /** From the wish to "sold out". */
  Latencies soldOutAnswers() {
    return answers;
  }
}
