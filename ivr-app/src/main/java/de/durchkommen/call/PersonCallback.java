package de.durchkommen.call;

import de.durchkommen.agent.Handover.Why;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.queue.Arrival;
import de.durchkommen.queue.Stay;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Somebody who wants to talk to a person, and whom we call back, has picked up, or a machine has.
 * Only whoever presses a key is at the front of the queue; else the place is kept for the next try.
 */
@Dependent
public class PersonCallback implements CallScript {
  private final Desks desks;

  /** Takes where the script turns to. */
  @Inject
  public PersonCallback(Desks desks) {
    this.desks = desks;
  }

  @Override
  public Outcome answered(Caller caller) {
    var language = new LanguageChoice(caller, desks);
    language.begun();
    Arrival arrival = Visit.arrival(caller, Arrival.ORDINARY);
    OptionalLong ticket = caller.details().reference();
    Optional<Stay> called =
        ticket.isPresent()
            ? desks.agents.room.answers(arrival, ticket.getAsLong())
            : Optional.empty();
    try {
      return asked(caller, arrival, called);
    } finally {
      called.ifPresent(Stay::close);
    }
  }

  private Outcome asked(Caller caller, Arrival arrival, Optional<Stay> stay) {
    var talk = new WaitingTalk(caller, PersonWay.byTelephone(caller, desks));
    return switch (caller.asked(question())) {
      case Answer.Keyed<Boolean>(Boolean wanted) ->
          wanted || !isEnding(caller) ? waits(caller, talk, arrival) : ended(talk, stay);
      case Answer.WantsPerson<Boolean>() -> waits(caller, talk, arrival);
      // Somebody is there, and no machine.
      case Answer.Misunderstood<Boolean>() -> waits(caller, talk, arrival);
      case Answer.Silent<Boolean>() ->
          talk.lastWords(WaitingPrompts.CALLED_UNANSWERED, Plain.UNANSWERED);
    };
  }

  /** The same call has its place again, at the front. */
  private Outcome waits(Caller caller, WaitingTalk talk, Arrival arrival) {
    var person = new PersonCall(caller, desks, new Story());
    Optional<Outcome> over = person.waited(Why.CALLED_BACK, arrival, () -> {});
    return over.orElseGet(() -> talk.lastWords(Prompts.NOBODY_FAREWELL, Plain.NOBODY));
  }

  /** Whether they really want no call: only a yes to what will happen costs the place. */
  private static boolean isEnding(Caller caller) {
    Answer<Boolean> answer =
        caller.asked(Menu.yesNo(WaitingPrompts.CALLED_PERSON_END_CONFIRM.said()));
    return answer instanceof Answer.Keyed<Boolean>(Boolean ends) && ends;
  }

  private static Outcome ended(WaitingTalk talk, Optional<Stay> stay) {
    stay.ifPresent(Stay::served);
    talk.news(WaitingPrompts.CALLED_ENDED.said());
    return talk.lastWords(Prompts.FAREWELL, Plain.ENDED);
  }

  private static Question<Boolean> question() {
    return Menu.of(
        WaitingPrompts.CALLED_PERSON.said(),
        WaitingPrompts.CALLED_PERSON_SHORT.said(),
        Map.of("1", true, "2", false));
  }
}
