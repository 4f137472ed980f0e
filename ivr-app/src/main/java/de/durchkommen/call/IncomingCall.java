package de.durchkommen.call;

import de.durchkommen.booking.AppointmentPair;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.LookUp;
import de.durchkommen.booking.Offer;
import de.durchkommen.booking.WaitingList;
import de.durchkommen.booking.WaitingStanding;
import de.durchkommen.identity.IdentityDesk;
import de.durchkommen.identity.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** A call from its first word to its last: who is it, and what do they need. */
@Dependent
public class IncomingCall implements CallScript {
  private final IdentityDesk identity;
  private final BookingDesk desk;
  private final WaitingList list;
  private final Clock clock;

  /**
   * Takes what the script works with.
   *
   * @param clock the time in Hessen: its zone is the one in which appointments are told
   */
  @Inject
  public IncomingCall(IdentityDesk identity, BookingDesk desk, WaitingList list, Clock clock) {
    this.identity = identity;
    this.desk = desk;
    this.list = list;
    this.clock = clock;
  }

  @Override
  public Outcome answered(Caller caller) {
    var talk = new Conversation(caller);
    talk.tells(Prompts.WELCOME.said());
    return switch (new Identification(talk, identity, clock).person()) {
      case Reply.Over<Person>(Outcome outcome) -> outcome;
      case Reply.Heard<Person>(Person person) -> served(talk, person);
    };
  }

  private Outcome served(Conversation talk, Person person) {
    while (true) {
      Optional<Outcome> outcome =
          switch (desk.appointments(person.id())) {
            case LookUp.Found(AppointmentPair pair) ->
                Optional.of(new AppointmentsCall(talk, desk, clock, person, pair).told());
            case LookUp.NothingBooked() -> unbooked(talk, person);
            case LookUp.Unknown(String why) -> talk.failure(Prompts.FAILURE_LOOKUP);
          };
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
  }

  /** Empty when it turned out that the person stands otherwise by now. */
  private Optional<Outcome> unbooked(Conversation talk, Person person) {
    return switch (list.standing(person.id())) {
      case WaitingStanding.NotWaiting() ->
          new BookingCall(talk, desk, list, clock, person).booked();
      case WaitingStanding.Waiting(int ahead) ->
          new WaitingCall(talk, desk, list, clock, person).waits(ahead);
      case WaitingStanding.Offered(Offer offer) ->
          new WaitingCall(talk, desk, list, clock, person).offered(offer);
      case WaitingStanding.Unknown(String why) -> talk.failure(Prompts.FAILURE_LOOKUP);
    };
  }
}
