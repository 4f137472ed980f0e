package de.durchkommen.call;

import de.durchkommen.booking.AppointmentPair;
import de.durchkommen.booking.LookUp;
import de.durchkommen.booking.Offer;
import de.durchkommen.booking.WaitingStanding;
import de.durchkommen.identity.Person;
import java.util.Optional;

/** The talk with somebody whose turn it is: what do they need? */
final class Dialogue {
  private final Conversation talk;
  private final Desks desks;

  Dialogue(Conversation talk, Desks desks) {
    this.talk = talk;
    this.desks = desks;
  }

  /** Goes on until the call has ended in words or with a person. */
  Outcome held(Person person) {
    while (true) {
      Optional<Outcome> outcome =
          switch (desks.booking.appointments(person.id())) {
            case LookUp.Found(AppointmentPair pair) ->
                Optional.of(
                    new AppointmentsCall(talk, desks.booking, desks.clock, person, pair).told());
            case LookUp.NothingBooked() -> unbooked(person);
            case LookUp.Unknown(String why) -> talk.failure(Prompts.FAILURE_LOOKUP);
          };
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
  }

  /** Empty when it turned out that the person stands otherwise by now. */
  private Optional<Outcome> unbooked(Person person) {
    return switch (desks.list.standing(person.id())) {
      case WaitingStanding.NotWaiting() ->
          new BookingCall(talk, desks.booking, desks.list, desks.clock, person).booked();
      case WaitingStanding.Waiting(int ahead) -> listed(person).waits(ahead);
      case WaitingStanding.Offered(Offer offer) -> listed(person).offered(offer);
      case WaitingStanding.Unknown(String why) -> talk.failure(Prompts.FAILURE_LOOKUP);
    };
  }

  private WaitingListCall listed(Person person) {
    return new WaitingListCall(talk, desks.booking, desks.list, desks.clock, person);
  }
}
