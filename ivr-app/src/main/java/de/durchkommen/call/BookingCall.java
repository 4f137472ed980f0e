package de.durchkommen.call;

import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.Offer;
import de.durchkommen.booking.WaitingList;
import de.durchkommen.call.Booking.Result;
import de.durchkommen.call.Negotiation.Agreement;
import de.durchkommen.call.Negotiation.Kind;
import de.durchkommen.identity.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Somebody without appointments books a pair, or signs up for the waiting list. */
final class BookingCall {
  private final Conversation talk;
  private final BookingDesk desk;
  private final WaitingList list;
  private final Clock clock;
  private final Person person;

  BookingCall(Conversation talk, BookingDesk desk, WaitingList list, Clock clock, Person person) {
    this.talk = talk;
    this.desk = desk;
    this.list = list;
    this.clock = clock;
    this.person = person;
  }

  /** Ends with a result; empty when it turned out that the person has appointments. */
  Optional<Outcome> booked() {
    try (var offers = new Negotiation(talk, desk, clock, person.postcode(), Kind.BOOKING)) {
      while (true) {
        switch (offers.agreement()) {
          case Agreement.Over(Outcome outcome) -> {
            return Optional.of(outcome);
          }
          case Agreement.SoldOut(Instant asOf) -> {
            return new SignUp(talk, list, clock, person).offered(asOf);
          }
          case Agreement.WantsList() -> {
            return new SignUp(talk, list, clock, person).signedUp();
          }
          case Agreement.Kept() -> {}
          case Agreement.Agreed(Offer offer) -> {
            switch (confirmed(offers, offer)) {
              case Step.Over(Outcome outcome) -> {
                return Optional.of(outcome);
              }
              case Step.Next.HAS_APPOINTMENTS -> {
                return Optional.empty();
              }
              case Step.Next.AGAIN -> {}
            }
          }
        }
      }
    }
  }

  /** What follows a confirmation. */
  private sealed interface Step {
    /** The call is over. */
    record Over(Outcome outcome) implements Step {}

    /** The call goes on. */
    enum Next implements Step {
      /** With an offer. */
      AGAIN,
      /** With the appointments that the person has. */
      HAS_APPOINTMENTS
    }
  }

  private Step confirmed(Negotiation offers, Offer offer) {
    var question = Menu.yesNo(Prompts.CONFIRM_BOOKING.with(Negotiation.dates(offer)));
    return switch (talk.asks(question)) {
      case Reply.Over<Boolean>(Outcome outcome) -> new Step.Over(outcome);
      case Reply.Heard<Boolean>(Boolean yes) -> yes ? book(offers, offer) : Step.Next.AGAIN;
    };
  }

  private Step book(Negotiation offers, Offer offer) {
    return switch (new Booking(talk, desk, person).booked(offer.hold())) {
      case Result.Booked(Outcome outcome) -> {
        offers.taken();
        yield new Step.Over(outcome);
      }
      case Result.Over(Outcome outcome) -> new Step.Over(outcome);
      case Result.Next.LOST -> {
        offers.lost();
        yield Step.Next.AGAIN;
      }
      case Result.Next.HAS_APPOINTMENTS -> Step.Next.HAS_APPOINTMENTS;
      case Result.Next.AGAIN -> Step.Next.AGAIN;
    };
  }
}
