package de.durchkommen.call;

import de.durchkommen.agent.Handover;
import de.durchkommen.agent.Handover.Why;
import de.durchkommen.agent.Talks.After;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.identity.Person;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.queue.Arrival;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A caller comes back to the scripts: from a talk with an agent, from an agent's telephone that
 * nobody answered, or from the queue for people after the application was away.
 *
 * <p>Whoever has not been helped is first in that queue, and is told so.
 */
@Dependent
public class TalkedCall implements CallScript {
  private final Desks desks;

  /** Takes where the script turns to. */
  @Inject
  public TalkedCall(Desks desks) {
    this.desks = desks;
  }

  /**
   * How the dialplan says that somebody comes back who only waited.
   *
   * @see CallDetails.Talked
   */
  public static final String WAITING = "WAITING";

  @Override
  public Outcome answered(Caller caller) {
    var language = new LanguageChoice(caller, desks);
    language.begun();
    var way = PersonWay.fromDialogue(caller, desks, known(caller));
    var talk = new Conversation(caller, way);
    CallDetails.Talked talked = caller.details().talked().orElse(CallDetails.Talked.NOT);
    if (talked.status().equals(WAITING)) {
      Arrival old = Visit.arrival(caller, desks.room);
      return queued(caller, way, talk, old, () -> {});
    }
    Arrival again = Visit.arrival(caller, desks.room);
    return switch (desks.agents.talks.after(talked.talk(), talked.status())) {
      case After.Over() -> talk.lastWords(Prompts.FAREWELL, Plain.PERSON);
      case After.Unanswered(OptionalLong ticket) ->
          told(caller, way, talk, WaitingPrompts.PERSON_UNANSWERED, placed(again, ticket));
      case After.Lost(long ticket) ->
          told(caller, way, talk, WaitingPrompts.PERSON_LOST, again.insteadOf(ticket));
      case After.Uncertain() -> told(caller, way, talk, WaitingPrompts.PERSON_UNCERTAIN, again);
      case After.Back(String point) -> back(talk, way, language);
      case After.Onward(long next, String phone) -> {
        caller.handedTo(next, phone);
        yield Plain.AGENT;
      }
    };
  }

  private static Arrival placed(Arrival again, OptionalLong ticket) {
    return ticket.isPresent() ? again.insteadOf(ticket.getAsLong()) : again;
  }

  private Story known(Caller caller) {
    var story = new Story();
    Optional<Handover> before = desks.agents.handovers.of(caller.callId());
    before.map(Handover::transcript).ifPresent(story::begins);
    before.flatMap(Handover::hold).ifPresent(story::holds);
    before
        .filter(handover -> handover.person().isPresent())
        .flatMap(handover -> desks.identity.person(handover.person().getAsLong()))
        .ifPresent(story::identified);
    return story;
  }

  private Outcome told(
      Caller caller, PersonWay way, Conversation talk, Prompt words, Arrival again) {
    return queued(caller, way, talk, again, () -> talk.news(words.said()));
  }

  private Outcome queued(
      Caller caller, PersonWay way, Conversation talk, Arrival again, Runnable words) {
    return new PersonCall(caller, desks, way.story())
        .waited(Why.AGENT_LOST, again, words)
        .orElseGet(() -> talk.personOrFarewell(Prompts.TRANSFER, Plain.NOBODY));
  }

  /** The agent has said that the machine goes on, and where. */
  private Outcome back(Conversation talk, PersonWay way, LanguageChoice language) {
    talk.news(WaitingPrompts.PERSON_BACK.said());
    var dialogue = new Dialogue(talk, desks);
    Optional<Person> person = way.story().person();
    if (person.isPresent()) {
      return dialogue.held(person.get());
    }
    return switch (new Identification(talk, desks.identity, desks.clock).person()) {
      case Reply.Over<Person>(Outcome outcome) -> outcome;
      case Reply.Heard<Person>(Person known) -> {
        language.identified(known);
        talk.identified(known);
        yield dialogue.held(known);
      }
    };
  }
}
