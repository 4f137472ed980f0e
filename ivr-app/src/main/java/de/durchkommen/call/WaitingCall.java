package de.durchkommen.call;

import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.identity.Person;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.queue.Standing;
import de.durchkommen.queue.Stay;
import java.time.Duration;
import java.util.Optional;

/**
 * Somebody waits for their turn. They hear how they stand, listen to music, and may press a key at
 * any moment: 1 for a callback, 2 to key the code where the number is withheld, star for the
 * position, 0 for a person. Whatever they press, the place is kept.
 */
final class WaitingCall {
  /** How long the place may take to be found before anything is said of it. */
  static final Duration MOMENT = Duration.ofSeconds(2);

  private final Caller caller;
  private final Stay stay;
  private final Desks desks;
  private final WaitingTalk talk;
  private final Story story;
  private final Announcements announcements;
  private Optional<Person> person = Optional.empty();

  WaitingCall(Caller caller, Stay stay, Desks desks, Story story) {
    this.story = story;
    this.caller = caller;
    this.stay = stay;
    this.desks = desks;
    this.talk = new WaitingTalk(caller, PersonWay.fromQueue(caller, desks, story));
    this.announcements =
        new Announcements(caller, stay, desks, this::isCodeOffered, WaitingPrompts.MENU);
  }

  /** Who has keyed their code meanwhile. */
  Optional<Person> person() {
    return person;
  }

  /** Waits until it is the caller's turn; an outcome when the call ended before that. */
  Optional<Outcome> over() {
    if (stay.settled(MOMENT) instanceof Standing.Admitted) {
      return Optional.empty();
    }
    caller.placeIsKept(true);
    if (stay.isReturned()) {
      talk.news(WaitingPrompts.RETURNED.said());
    }
    while (!(stay.standing() instanceof Standing.Admitted)) {
      Outcome outcome = waited(stay.standing());
      if (outcome != Plain.WAITS) {
        return Optional.of(outcome);
      }
    }
    caller.placeIsKept(false);
    talk.news(WaitingPrompts.TURN.said());
    return Optional.empty();
  }

  private Outcome waited(Standing standing) {
    var parting = new PartingCall(caller, stay, desks);
    return switch (standing) {
      case Standing.Closed closed -> parting.closed(closed);
      case Standing.Closing closing -> parting.closing(closing);
      default -> {
        Duration music = announcements.told(standing);
        yield caller.waits(music, stay.bell()).map(this::pressed).orElse(Plain.WAITS);
      }
    };
  }

  private Outcome pressed(Key key) {
    return switch (key) {
      case ONE -> goesOn(new CallbackWish(talk, stay, desks.clock).noted());
      case TWO -> isCodeOffered() ? goesOn(identified()) : menu();
      case ZERO -> goesOn(talk.personOrFarewell(Prompts.TRANSFER, Plain.WAITS));
      case STAR -> {
        announcements.again(stay.standing());
        yield Plain.WAITS;
      }
      case NINE -> {
        if (caller.changesLanguage()) {
          announcements.again(stay.standing());
        } else {
          announcements.menu();
        }
        yield Plain.WAITS;
      }
      default -> menu();
    };
  }

  /** Who goes on waiting is told so, unless their turn has come. */
  private Outcome goesOn(Outcome outcome) {
    if (outcome == Plain.WAITS && !(stay.standing() instanceof Standing.Admitted)) {
      talk.tells(WaitingPrompts.BACK.said());
    }
    return outcome;
  }

  private Outcome menu() {
    announcements.menu();
    return Plain.WAITS;
  }

  /** Only for those whose place would be lost with the line: nothing else tells who they are. */
  private boolean isCodeOffered() {
    return person.isEmpty() && caller.number().flatMap(PhoneNumber::parse).isEmpty();
  }

  private Outcome identified() {
    return switch (new Identification(talk, desks.identity, desks.clock).person()) {
      case Reply.Over<Person>(Outcome outcome) -> outcome;
      case Reply.Heard<Person>(Person known) -> {
        person = Optional.of(known);
        story.identified(known);
        stay.identified(known.id());
        talk.news(WaitingPrompts.CODE_KNOWN.said());
        yield Plain.WAITS;
      }
    };
  }
}
