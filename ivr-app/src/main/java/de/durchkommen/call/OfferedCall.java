package de.durchkommen.call;

import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.queue.Arrival;
import de.durchkommen.queue.Stay;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Somebody on the waiting list for whom a pair is kept has picked up, or somebody else has: nothing
 * that concerns them is said before they have keyed their code.
 */
@Dependent
public class OfferedCall implements CallScript {
  private final Desks desks;

  /** Takes where the script turns to. */
  @Inject
  public OfferedCall(Desks desks) {
    this.desks = desks;
  }

  @Override
  public Outcome answered(Caller caller) {
    var language = new LanguageChoice(caller, desks);
    language.begun();
    var talk = new WaitingTalk(caller, PersonWay.fromDialogue(caller, desks, new Story()));
    for (int asked = 0; asked < CallbackCall.MAX_ASKED; asked++) {
      switch (caller.asked(question())) {
        case Answer.Keyed<Boolean>(Boolean wanted) -> {
          return served(caller, language);
        }
        case Answer.WantsPerson<Boolean>() -> {
          Outcome outcome = talk.personOrFarewell(Prompts.TRANSFER, Plain.WAITS);
          if (outcome != Plain.WAITS) {
            return outcome;
          }
        }
        case Answer.Silent<Boolean>() -> {
          return unanswered(talk);
        }
        case Answer.Misunderstood<Boolean>() -> {
          // Somebody is there, and no machine: the dialogue asks in words of its own.
          return served(caller, language);
        }
      }
    }
    return unanswered(talk);
  }

  private Outcome served(Caller caller, LanguageChoice language) {
    try (Stay stay = desks.room.enters(Visit.arrival(caller, Arrival.OFFERED))) {
      language.tells(chosen -> stay.speaks(chosen.getLanguage()));
      return new Visit(desks, caller, stay, language).held();
    }
  }

  private static Outcome unanswered(WaitingTalk talk) {
    return talk.lastWords(WaitingPrompts.OFFERED_UNANSWERED, Plain.UNANSWERED);
  }

  private static Question<Boolean> question() {
    return Menu.of(
        WaitingPrompts.OFFERED.said(), WaitingPrompts.OFFERED_SHORT.said(), Map.of("1", true));
  }
}
