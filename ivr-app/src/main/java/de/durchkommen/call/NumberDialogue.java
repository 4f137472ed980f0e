package de.durchkommen.call;

import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.prompt.Digits;
import de.durchkommen.prompt.Prompt;
import java.util.Map;
import java.util.Optional;

/** Agrees with a caller on a number at which we can call. */
final class NumberDialogue {
  /** Numbers keyed and found wrong by the caller before a person is called. */
  static final int MAX_NUMBERS = 3;

  private final Conversation talk;

  NumberDialogue(Conversation talk) {
    this.talk = talk;
  }

  /** The number that the caller calls from, or another one. */
  Reply<PhoneNumber> number() {
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
}
