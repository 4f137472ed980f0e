package de.durchkommen.call;

import de.durchkommen.booking.AppointmentPair;
import de.durchkommen.booking.BookOutcome;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.HoldKey;
import de.durchkommen.booking.LookUp;
import de.durchkommen.identity.Person;
import de.durchkommen.prompt.Prompt;
import java.util.Optional;

/** Books a held pair, and tells what came of it. */
final class Booking {
  /** What came of it. */
  sealed interface Result {
    /** Booked and told. */
    record Booked(Outcome outcome) implements Result {}

    /** The call is over without a booking. */
    record Over(Outcome outcome) implements Result {}

    /** The call goes on. */
    enum Next implements Result {
      /** The hold was lost. */
      LOST,
      /** The person has appointments. */
      HAS_APPOINTMENTS,
      /** It failed, and can be tried again. */
      AGAIN
    }
  }

  private final Conversation talk;
  private final BookingDesk desk;
  private final Person person;

  Booking(Conversation talk, BookingDesk desk, Person person) {
    this.talk = talk;
    this.desk = desk;
    this.person = person;
  }

  Result booked(HoldKey hold) {
    return switch (desk.book(person.id(), hold, talk.actor())) {
      case BookOutcome.Booked(AppointmentPair pair) -> told(pair);
      case BookOutcome.AlreadyBooked(AppointmentPair pair) -> Result.Next.HAS_APPOINTMENTS;
      case BookOutcome.HoldLost() -> Result.Next.LOST;
      case BookOutcome.Unknown(String why) -> afterDoubt();
    };
  }

  private Result told(AppointmentPair pair) {
    var words = Prompts.BOOKED.with(Appointments.values(pair));
    return new Result.Booked(talk.result(words, new Outcome.Booked(pair)));
  }

  /** Whether the booking arrived is not known: the database is asked before anything is said. */
  private Result afterDoubt() {
    return switch (desk.appointments(person.id())) {
      case LookUp.Found(AppointmentPair pair) -> told(pair);
      case LookUp.NothingBooked() -> failed(Prompts.FAILURE_NOT_BOOKED);
      case LookUp.Unknown(String why) -> failed(Prompts.FAILURE_BOOKING);
    };
  }

  private Result failed(Prompt failure) {
    Optional<Outcome> over = talk.failure(failure);
    return over.isPresent() ? new Result.Over(over.get()) : Result.Next.AGAIN;
  }
}
