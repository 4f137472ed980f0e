package de.durchkommen.call;

import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.identity.Person;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.queue.Arrival;
import de.durchkommen.queue.Stay;
import de.durchkommen.queue.WaitingRoom;
import java.util.Optional;

/**
 * One caller, from the waiting room to the end of the dialogue.
 *
 * <p>The stay is served when the dialogue has come to its end, or when somebody hangs up who has
 * got what there was to get. Any other hangup or failure leaves it unserved: the place is kept.
 */
final class Visit {
  private final Desks desks;
  private final Caller caller;
  private final Stay stay;
  private final LanguageChoice language;
  private final WaitingCall waiting;
  private final Story story = new Story();

  Visit(Desks desks, Caller caller, Stay stay, LanguageChoice language) {
    this.language = language;
    this.desks = desks;
    this.caller = caller;
    this.stay = stay;
    this.waiting = new WaitingCall(caller, stay, desks, story);
  }

  /** Somebody on this line, in the place of their group. */
  static Arrival arrival(Caller caller, WaitingRoom room) {
    return arrival(caller, room.priority(caller.details().priority()));
  }

  /** Somebody on this line. */
  static Arrival arrival(Caller caller, int priority) {
    return new Arrival(
        caller.callId(),
        caller.number().flatMap(PhoneNumber::parse),
        caller.language().getLanguage(),
        priority);
  }

  Outcome held() {
    Optional<Outcome> over = waited();
    return over.isPresent()
        ? over.get()
        : talked(new Conversation(caller, PersonWay.fromDialogue(caller, desks, story)));
  }

  private Optional<Outcome> waited() {
    try {
      return waiting.over();
    } finally {
      if (caller.talkedToPerson()) {
        stay.served();
      }
    }
  }

  private Outcome talked(Conversation talk) {
    try {
      Outcome outcome = outcome(talk);
      if (outcome != Plain.FAILED) {
        stay.served();
      }
      return outcome;
    } catch (CallerHungUp gone) {
      if (talk.isContent()) {
        stay.served();
      }
      throw gone;
    }
  }

  private Outcome outcome(Conversation talk) {
    var dialogue = new Dialogue(talk, desks);
    if (waiting.person().isPresent()) {
      language.identified(waiting.person().get());
      return dialogue.held(waiting.person().get());
    }
    return switch (new Identification(talk, desks.identity, desks.clock).person()) {
      case Reply.Over<Person>(Outcome outcome) -> outcome;
      case Reply.Heard<Person>(Person person) -> {
        stay.identified(person.id());
        language.identified(person);
        talk.identified(person);
        yield dialogue.held(person);
      }
    };
  }
}
