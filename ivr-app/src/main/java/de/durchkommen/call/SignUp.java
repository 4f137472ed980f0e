package de.durchkommen.call;

import de.durchkommen.booking.WaitingList;
import de.durchkommen.booking.WaitingSignUp;
import de.durchkommen.booking.WaitingWish;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.identity.Person;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.prompt.Prompt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Somebody signs up for the waiting list, with a number at which we can call. */
final class SignUp {
  private final Conversation talk;
  private final WaitingList list;
  private final Clock clock;
  private final Person person;

  SignUp(Conversation talk, WaitingList list, Clock clock, Person person) {
    this.talk = talk;
    this.list = list;
    this.clock = clock;
    this.person = person;
  }

  /** Says that nothing is left and offers the list; empty as in {@link #signedUp}. */
  Optional<Outcome> offered(Instant asOf) {
    Question<Boolean> question =
        Menu.of(
            Prompts.SOLD_OUT_LIST.with(Map.of("as_of", time(asOf, clock))),
            Prompts.SOLD_OUT_LIST_SHORT.said(),
            Map.of("1", true, "2", false));
    return switch (talk.asks(question)) {
      case Reply.Over<Boolean>(Outcome outcome) -> Optional.of(outcome);
      case Reply.Heard<Boolean>(Boolean wanted) -> wanted ? signedUp() : Optional.of(refused());
    };
  }

  private Outcome refused() {
    talk.news(Prompts.LIST_NO.said());
    return talk.lastWords(Prompts.FAREWELL, Plain.SOLD_OUT);
  }

  /** Empty when it turned out that the person has appointments. */
  Optional<Outcome> signedUp() {
    return switch (new NumberDialogue(talk).number()) {
      case Reply.Over<PhoneNumber>(Outcome outcome) -> Optional.of(outcome);
      case Reply.Heard<PhoneNumber>(PhoneNumber number) -> signedUp(number);
    };
  }

  private Optional<Outcome> signedUp(PhoneNumber number) {
    var wish =
        new WaitingWish(person.id(), person.postcode(), number, talk.language(), Optional.empty());
    while (true) {
      switch (list.signUp(wish, talk.actor())) {
        case WaitingSignUp.SignedUp(int ahead, Duration kept) -> {
          return Optional.of(told(Prompts.SIGNED_UP, ahead, kept));
        }
        case WaitingSignUp.Already(int ahead, Duration kept) -> {
          return Optional.of(told(Prompts.ALREADY_ON_LIST, ahead, kept));
        }
        case WaitingSignUp.HasAppointments() -> {
          return Optional.empty();
        }
        case WaitingSignUp.NoSuchPerson() -> {
          return Optional.of(talk.personOrFarewell(Prompts.TRANSFER, Plain.NOBODY));
        }
        case WaitingSignUp.Unknown(String why) -> {
          Optional<Outcome> over = talk.failure(Prompts.FAILURE_LIST);
          if (over.isPresent()) {
            return over;
          }
        }
      }
    }
  }

  private Outcome told(Prompt words, int ahead, Duration kept) {
    int minutes = (int) kept.toMinutes();
    return talk.result(words.with(Map.of("ahead", ahead, "minutes", minutes)), Plain.WAITING_LIST);
  }

  /** A time as it is told: to the minute. */
  static LocalTime time(Instant moment, Clock clock) {
    return moment.atZone(clock.getZone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
  }
}
