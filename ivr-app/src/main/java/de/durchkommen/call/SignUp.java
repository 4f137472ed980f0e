package de.durchkommen.call;

import de.durchkommen.booking.WaitingList;
import de.durchkommen.booking.WaitingSignUp;
import de.durchkommen.booking.WaitingWish;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.identity.Person;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.prompt.Digits;
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
  /** Numbers keyed and found wrong by the caller before a person is called. */
  static final int MAX_NUMBERS = 3;

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
    return switch (number()) {
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

  /** The number that the caller calls from, or another one. */
  private Reply<PhoneNumber> number() {
    Optional<PhoneNumber> own = talk.number().flatMap(PhoneNumber::parse);
    if (own.isEmpty()) {
      return keyed();
    }
    return switch (confirmed(Prompts.OWN_NUMBER, own.get())) {
      case Reply.Over<Boolean>(Outcome outcome) -> new Reply.Over<>(outcome);
      case Reply.Heard<Boolean>(Boolean right) -> right ? new Reply.Heard<>(own.get()) : keyed();
    };
  }

  private Reply<PhoneNumber> keyed() {
    for (int tries = 0; tries < MAX_NUMBERS; tries++) {
      Optional<Reply<PhoneNumber>> number =
          switch (talk.asks(question())) {
            case Reply.Over<PhoneNumber>(Outcome outcome) -> Optional.of(new Reply.Over<>(outcome));
            case Reply.Heard<PhoneNumber>(PhoneNumber keyed) -> right(keyed);
          };
      if (number.isPresent()) {
        return number.get();
      }
    }
    return new Reply.Over<>(talk.personOrFarewell(Prompts.TRANSFER_NOT_UNDERSTOOD, Plain.NOBODY));
  }

  /** Empty when it is to be keyed again. */
  private Optional<Reply<PhoneNumber>> right(PhoneNumber keyed) {
    return switch (confirmed(Prompts.NUMBER_CONFIRM, keyed)) {
      case Reply.Over<Boolean>(Outcome outcome) -> Optional.of(new Reply.Over<>(outcome));
      case Reply.Heard<Boolean>(Boolean right) ->
          right ? Optional.of(new Reply.Heard<>(keyed)) : Optional.empty();
    };
  }

  private Reply<Boolean> confirmed(Prompt words, PhoneNumber number) {
    Map<String, Object> values = Map.of("number", new Digits(number.national()));
    return talk.asks(Menu.privateYesNo(words.with(values)));
  }

  private static Question<PhoneNumber> question() {
    return new Question<>(
        Prompts.NUMBER_ASK.said(),
        Prompts.NUMBER_SHORT.said(),
        Prompts.NUMBER_NOT_UNDERSTOOD.said(),
        Question.Entry.PHONE,
        PhoneNumber::parse);
  }

  /** A time as it is told: to the minute. */
  static LocalTime time(Instant moment, Clock clock) {
    return moment.atZone(clock.getZone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
  }
}
