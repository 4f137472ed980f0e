package de.durchkommen.call;

import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.queue.Arrival;
import de.durchkommen.queue.Stay;
import de.durchkommen.queue.WaitingRoom;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Somebody whom we call back has picked up, or a machine has. Only who presses 1 is served; else
 * the place is kept for the next try.
 */
@Dependent
public class CallbackCall implements CallScript {
  /** How often somebody is asked who would rather talk to a person, of whom none is free. */
  static final int MAX_ASKED = 3;

  private final Desks desks;

  /** Takes where the script turns to. */
  @Inject
  public CallbackCall(Desks desks) {
    this.desks = desks;
  }

  @Override
  public Outcome answered(Caller caller) {
    var language = new LanguageChoice(caller, desks);
    language.begun();
    Arrival arrival = Visit.arrival(caller, Arrival.ORDINARY);
    WaitingRoom room = desks.room;
    OptionalLong ticket = caller.details().reference();
    Optional<Stay> called =
        ticket.isPresent() ? room.answers(arrival, ticket.getAsLong()) : Optional.empty();
    try (Stay stay = called.orElseGet(() -> room.enters(arrival))) {
      language.tells(chosen -> stay.speaks(chosen.getLanguage()));
      return called(caller, stay, language);
    }
  }

  private Outcome called(Caller caller, Stay stay, LanguageChoice language) {
    var talk = new WaitingTalk(caller, PersonWay.fromQueue(caller, desks, new Story()));
    for (int asked = 0; asked < MAX_ASKED; asked++) {
      switch (caller.asked(question())) {
        case Answer.Keyed<Boolean>(Boolean wanted) -> {
          return wanted || !isEnding(caller)
              ? new Visit(desks, caller, stay, language).held()
              : ended(talk, stay);
        }
        case Answer.WantsPerson<Boolean>() -> {
          Outcome outcome = person(talk, caller, stay);
          if (outcome != Plain.WAITS) {
            return outcome;
          }
        }
        case Answer.Silent<Boolean>() -> {
          return talk.lastWords(WaitingPrompts.CALLED_UNANSWERED, Plain.UNANSWERED);
        }
        case Answer.Misunderstood<Boolean>() -> {
          // Somebody is there, and no machine: the dialogue asks in words of its own.
          return new Visit(desks, caller, stay, language).held();
        }
      }
    }
    return talk.lastWords(WaitingPrompts.CALLED_UNANSWERED, Plain.UNANSWERED);
  }

  private static Outcome person(WaitingTalk talk, Caller caller, Stay stay) {
    try {
      Outcome outcome = talk.personOrFarewell(Prompts.TRANSFER, Plain.WAITS);
      if (outcome == Plain.AGENT) {
        stay.served();
      }
      return outcome;
    } finally {
      if (caller.talkedToPerson()) {
        stay.served();
      }
    }
  }

  /** Whether they really want no call: only a yes to what will happen costs the place. */
  private static boolean isEnding(Caller caller) {
    return switch (caller.asked(Menu.yesNo(WaitingPrompts.CALLED_END_CONFIRM.said()))) {
      case Answer.Keyed<Boolean>(Boolean ends) -> ends;
      case Answer.Silent<Boolean>() -> false;
      case Answer.Misunderstood<Boolean>() -> false;
      case Answer.WantsPerson<Boolean>() -> false;
    };
  }

  private static Outcome ended(WaitingTalk talk, Stay stay) {
    stay.served();
    talk.news(WaitingPrompts.CALLED_ENDED.said());
    return talk.lastWords(Prompts.FAREWELL, Plain.ENDED);
  }

  private static Question<Boolean> question() {
    return Menu.of(
        WaitingPrompts.CALLED.said(),
        WaitingPrompts.CALLED_SHORT.said(),
        Map.of("1", true, "2", false));
  }
}
