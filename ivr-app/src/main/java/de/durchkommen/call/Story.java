package de.durchkommen.call;

import de.durchkommen.agent.Handover;
import de.durchkommen.booking.HoldKey;
import de.durchkommen.identity.Person;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What is known of one caller by now, so that a person who takes over need not ask for it again.
 */
final class Story {
  private Optional<Person> person = Optional.empty();
  private Optional<HoldKey> hold = Optional.empty();
  private List<Handover.Line> before = List.of();
  private boolean passedOn;

  /** What was said before this script began, in the same call. */
  void begins(List<Handover.Line> lines) {
    before = List.copyOf(lines);
  }

  /** It is known who is calling. */
  void identified(Person who) {
    person = Optional.of(who);
  }

  Optional<Person> person() {
    return person;
  }

  /** These seats are held for the caller now. */
  void holds(HoldKey seats) {
    hold = Optional.of(seats);
  }

  /** No seats are held any more. */
  void holdsNothing() {
    hold = Optional.empty();
  }

  /** A person takes over, and the seats with it. */
  Optional<HoldKey> passesOn() {
    passedOn = true;
    return hold;
  }

  /** Whether what is held is no longer the script's to give back. */
  boolean isPassedOn() {
    return passedOn;
  }

  /** What goes along. */
  Handover handover(Caller caller, Handover.Why why) {
    OptionalLong who =
        person.isPresent() ? OptionalLong.of(person.get().id()) : OptionalLong.empty();
    return new Handover(
        caller.callId(), why, who, caller.language().getLanguage(), hold, lines(caller));
  }

  private List<Handover.Line> lines(Caller caller) {
    return Stream.concat(
            before.stream(),
            caller.transcribed().stream()
                .map(line -> new Handover.Line(kind(line.kind()), line.text())))
        .toList();
  }

  private static Handover.Kind kind(Transcript.Kind kind) {
    return switch (kind) {
      case TOLD -> Handover.Kind.TOLD;
      case ASKED -> Handover.Kind.ASKED;
      case KEYED -> Handover.Kind.KEYED;
    };
  }
}
