package de.durchkommen.call;

import de.durchkommen.booking.AppointmentPair;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.CancelOutcome;
import de.durchkommen.booking.MoveOutcome;
import de.durchkommen.booking.Offer;
import de.durchkommen.call.Negotiation.Agreement;
import de.durchkommen.call.Negotiation.Kind;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.identity.Person;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.Utterance;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Somebody with appointments hears, moves or cancels them. */
final class AppointmentsCall {
  /** What somebody can do with appointments. */
  private enum Choice {
    HEAR,
    MOVE,
    CANCEL
  }

  private static final Map<String, Choice> CHOICES =
      Map.of("1", Choice.HEAR, "2", Choice.MOVE, "3", Choice.CANCEL);

  private final Conversation talk;
  private final BookingDesk desk;
  private final Clock clock;
  private final Person person;
  private final AppointmentPair pair;

  AppointmentsCall(
      Conversation talk, BookingDesk desk, Clock clock, Person person, AppointmentPair pair) {
    this.talk = talk;
    this.desk = desk;
    this.clock = clock;
    this.person = person;
    this.pair = pair;
  }

  Outcome told() {
    talk.tells(appointments());
    while (true) {
      Optional<Outcome> outcome =
          switch (talk.offers(menu())) {
            case Reply.Over<Choice>(Outcome over) -> Optional.of(over);
            case Reply.Heard<Choice>(Choice choice) -> chosen(choice);
          };
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
  }

  private Optional<Outcome> chosen(Choice choice) {
    return switch (choice) {
      case HEAR -> {
        talk.news(appointments());
        yield Optional.empty();
      }
      case MOVE -> moved();
      case CANCEL -> cancelled();
    };
  }

  private Optional<Outcome> moved() {
    try (var offers = new Negotiation(talk, desk, clock, person.postcode(), Kind.MOVE)) {
      while (true) {
        switch (offers.agreement()) {
          case Agreement.Over(Outcome outcome) -> {
            return Optional.of(outcome);
          }
          case Agreement.Kept() -> {
            talk.news(Prompts.MOVE_KEPT.said());
            return Optional.empty();
          }
          case Agreement.SoldOut(Instant asOf) -> {
            return Optional.of(soldOut(asOf));
          }
          case Agreement.WantsList() ->
              throw new IllegalStateException("Who has appointments is offered no list");
          case Agreement.Agreed(Offer offer) -> {
            Optional<Outcome> outcome = confirmed(offers, offer);
            if (outcome.isPresent()) {
              return outcome;
            }
          }
        }
      }
    }
  }

  private Outcome soldOut(Instant asOf) {
    var words = Prompts.SOLD_OUT.with(Map.of("as_of", SignUp.time(asOf, clock)));
    return talk.result(words, Plain.SOLD_OUT);
  }

  /** Empty when another offer is to be made. */
  private Optional<Outcome> confirmed(Negotiation offers, Offer offer) {
    var question = Menu.yesNo(Prompts.CONFIRM_MOVE.with(Negotiation.dates(offer)));
    return switch (talk.asks(question)) {
      case Reply.Over<Boolean>(Outcome outcome) -> Optional.of(outcome);
      case Reply.Heard<Boolean>(Boolean yes) -> yes ? move(offers, offer) : Optional.empty();
    };
  }

  private Optional<Outcome> move(Negotiation offers, Offer offer) {
    return switch (desk.move(person.id(), offer.hold(), talk.actor())) {
      case MoveOutcome.Moved(AppointmentPair moved) -> {
        offers.taken();
        var words = Prompts.MOVED.with(Appointments.values(moved));
        yield Optional.of(talk.result(words, new Outcome.Moved(moved)));
      }
      case MoveOutcome.HoldLost() -> {
        offers.lost();
        yield Optional.empty();
      }
      case MoveOutcome.NothingBooked() -> nothingBooked();
      case MoveOutcome.Unknown(String why) -> talk.failure(Prompts.FAILURE_BOOKING);
    };
  }

  private Optional<Outcome> cancelled() {
    var question = Menu.yesNo(Prompts.CONFIRM_CANCEL.with(dates()));
    return switch (talk.asks(question)) {
      case Reply.Over<Boolean>(Outcome outcome) -> Optional.of(outcome);
      case Reply.Heard<Boolean>(Boolean yes) -> yes ? cancel() : kept(Prompts.CANCEL_KEPT);
    };
  }

  private Optional<Outcome> cancel() {
    return switch (desk.cancel(person.id(), talk.actor())) {
      case CancelOutcome.Cancelled(AppointmentPair cancelled) ->
          Optional.of(talk.result(Prompts.CANCELLED.said(), new Outcome.Cancelled(cancelled)));
      case CancelOutcome.NothingBooked() -> nothingBooked();
      case CancelOutcome.Unknown(String why) -> talk.failure(Prompts.FAILURE_BOOKING);
    };
  }

  private Optional<Outcome> kept(Prompt words) {
    talk.news(words.said());
    return Optional.empty();
  }

  /** Somebody else, in another call, has cancelled meanwhile. */
  private Optional<Outcome> nothingBooked() {
    return Optional.of(talk.result(Prompts.NOTHING_BOOKED.said(), Plain.ENDED));
  }

  private Utterance appointments() {
    return Prompts.APPOINTMENTS.with(Appointments.values(pair));
  }

  private Map<String, Object> dates() {
    return Map.of("centre", pair.centre().name(), "first", pair.first(), "second", pair.second());
  }

  private static Question<Choice> menu() {
    return Menu.of(
        Prompts.APPOINTMENTS_MENU.said(), Prompts.APPOINTMENTS_MENU_SHORT.said(), CHOICES);
  }
}
