package de.durchkommen.call;

import de.durchkommen.agent.Handover.Why;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.call.PersonWay.Reached;
import de.durchkommen.call.PersonWay.Reached.Here;
import de.durchkommen.prompt.Prompt;
import java.util.Optional;

/**
 * The talk with somebody who waits for their turn. Nothing that goes wrong in it costs the place:
 * who stays silent, is not understood, or finds no person free goes on waiting, which is {@link
 * Plain#WAITS}.
 */
final class WaitingTalk extends Conversation {
  private static final Optional<Outcome> WAITS = Optional.of(Plain.WAITS);

  private final PersonWay way;

  WaitingTalk(Caller caller, PersonWay way) {
    super(caller, way);
    this.way = way;
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
    return switch (way.tried(Why.ASKED, () -> news(why.said()))) {
      case Reached.Over(Outcome outcome) -> outcome;
      case Here.TALKED -> Plain.PERSON;
      case Here.NOBODY -> {
        news(WaitingPrompts.NOBODY.said());
        yield Plain.WAITS;
      }
    };
  }

  @Override
  Optional<Outcome> failure(Prompt failure) {
    news(failure.said());
    return WAITS;
  }
}
