package de.durchkommen.call;

import de.durchkommen.booking.AppointmentPair;
import de.durchkommen.booking.BookOutcome;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.LookUp;
import de.durchkommen.booking.Offer;
import de.durchkommen.call.Negotiation.Agreement;
import de.durchkommen.call.Negotiation.Kind;
import de.durchkommen.identity.Person;
import de.durchkommen.prompt.Prompt;
import java.time.Clock;
import java.util.Optional;

/** Somebody without appointments books a pair. */
final class BookingCall {
  private final Conversation talk;
  private final BookingDesk desk;
  private final Clock clock;
  private final Person person;

  BookingCall(Conversation talk, BookingDesk desk, Clock clock, Person person) {
    this.talk = talk;
    this.desk = desk;
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
    return switch (desk.book(person.id(), offer.hold(), talk.actor())) {
      case BookOutcome.Booked(AppointmentPair pair) -> {
        offers.taken();
        yield told(pair);
      }
      case BookOutcome.AlreadyBooked(AppointmentPair pair) -> Step.Next.HAS_APPOINTMENTS;
      case BookOutcome.HoldLost() -> {
        offers.lost();
        yield Step.Next.AGAIN;
      }
      case BookOutcome.Unknown(String why) -> afterDoubt();
    };
  }

  private Step told(AppointmentPair pair) {
    var words = Prompts.BOOKED.with(Appointments.values(pair));
    return new Step.Over(talk.result(words, new Outcome.Booked(pair)));
  }

  /** Whether the booking arrived is not known: the database is asked before anything is said. */
  private Step afterDoubt() {
    return switch (desk.appointments(person.id())) {
      case LookUp.Found(AppointmentPair pair) -> told(pair);
      case LookUp.NothingBooked() -> failed(Prompts.FAILURE_NOT_BOOKED);
      case LookUp.Unknown(String why) -> failed(Prompts.FAILURE_BOOKING);
    };
  }

  private Step failed(Prompt failure) {
    Optional<Outcome> over = talk.failure(failure);
    return over.isPresent() ? new Step.Over(over.get()) : Step.Next.AGAIN;
  }
}
