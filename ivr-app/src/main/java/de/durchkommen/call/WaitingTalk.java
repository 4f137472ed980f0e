package de.durchkommen.call;

import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.prompt.Prompt;
import java.util.Optional;

/**
 * The talk with somebody who waits for their turn. Nothing that goes wrong in it costs the place:
 * who stays silent, is not understood, or finds no person free goes on waiting, which is {@link
 * Plain#WAITS}.
 */
final class WaitingTalk extends Conversation {
  private static final Optional<Outcome> WAITS = Optional.of(Plain.WAITS);

  private final Caller caller;

  WaitingTalk(Caller caller) {
    super(caller);
    this.caller = caller;
  }

  @Override
  Optional<Outcome> silent() {
    return WAITS;
  }

  @Override
  Optional<Outcome> misunderstood() {
    news(WaitingPrompts.NOT_UNDERSTOOD.said());
    return WAITS;
  }

  @Override
  Optional<Outcome> person(Prompt why) {
    return Optional.of(personOrFarewell(why, Plain.WAITS));
  }

  @Override
  Outcome personOrFarewell(Prompt why, Outcome otherwise) {
    news(why.said());
    if (caller.transferredToPerson() == Transfer.TALKED) {
      return Plain.PERSON;
    }
    news(WaitingPrompts.NOBODY.said());
    return Plain.WAITS;
  }

  @Override
  Optional<Outcome> failure(Prompt failure) {
    news(failure.said());
    return WAITS;
  }
}
