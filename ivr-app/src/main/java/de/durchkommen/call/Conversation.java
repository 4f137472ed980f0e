package de.durchkommen.call;

import de.durchkommen.agent.Handover.Why;
import de.durchkommen.booking.Actor;
import de.durchkommen.booking.HoldKey;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.call.PersonWay.Reached;
import de.durchkommen.call.PersonWay.Reached.Here;
import de.durchkommen.identity.Person;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.Utterance;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One caller's talk, with the way to a person that is open at any moment.
 *
 * <p>Who wants a person, stays silent or is not understood is connected to one. When nobody
 * answers, the call goes on where it was; after {@link #MAX_UNREACHED} such tries it ends in words.
 */
sealed class Conversation permits WaitingTalk {
  /** How often a person is tried in vain before the call ends in words. */
  static final int MAX_UNREACHED = 2;

  /** How many failures of the house a caller hears before the call ends in words. */
  static final int MAX_FAILURES = 3;

  private static final Map<Prompt, Why> REASONS =
      Map.of(
          Prompts.TRANSFER_SILENCE, Why.SILENT,
          Prompts.TRANSFER_NOT_UNDERSTOOD, Why.NOT_UNDERSTOOD,
          Prompts.TRANSFER_NO_LETTER, Why.NO_LETTER,
          Prompts.NO_MATCH_LAST, Why.WRONG_CODES);

  private final Caller caller;
  private final PersonWay way;
  private int unreached;
  private int failures;
  private boolean content;

  Conversation(Caller caller, PersonWay way) {
    this.caller = caller;
    this.way = way;
  }

  /** It is known who is calling. */
  void identified(Person person) {
    way.story().identified(person);
  }

  /** These seats are held for the caller. */
  void holds(HoldKey seats) {
    way.story().holds(seats);
  }

  /** No seats are held any more. Whether they are the script's to give back. */
  boolean holdsNothing() {
    way.story().holdsNothing();
    return !way.story().isPassedOn();
  }

  /** Who is on the line, for the history of appointments. */
  Actor actor() {
    return Actor.caller(caller.callId());
  }

  /** The number that the caller calls from; empty when withheld. */
  Optional<String> number() {
    return caller.number();
  }

  /** The language in which the caller is spoken to, two small letters. */
  String language() {
    return caller.language().getLanguage();
  }

  /**
   * Whether the caller has got what there was to get, so that hanging up now is no interruption.
   */
  boolean isContent() {
    return content || caller.talkedToPerson();
  }

  void tells(Utterance utterance) {
    caller.hears(utterance);
  }

  void news(Utterance news) {
    caller.learns(news);
  }

  /** Asks for something that the call cannot go on without. */
  <T> Reply<T> asks(Question<T> question) {
    return asks(question, this::silent);
  }

  /** What becomes of silence; empty when the question is put again. */
  Optional<Outcome> silent() {
    return person(Prompts.TRANSFER_SILENCE);
  }

  /** What becomes of keys that mean nothing, again and again; empty as in {@link #silent}. */
  Optional<Outcome> misunderstood() {
    return person(Prompts.TRANSFER_NOT_UNDERSTOOD);
  }

  /**
   * Asks somebody who has heard already what they called for: silence ends the call in good words
   * and needs no person.
   */
  <T> Reply<T> offers(Question<T> question) {
    content = true;
    return asks(question, () -> Optional.of(lastWords(Prompts.FAREWELL, Plain.HEARD)));
  }

  private <T> Reply<T> asks(Question<T> question, Supplier<Optional<Outcome>> silence) {
    while (true) {
      Optional<Outcome> over;
      switch (caller.asked(question)) {
        case Answer.Keyed<T>(T value) -> {
          unreached = 0;
          content = false;
          return new Reply.Heard<>(value);
        }
        case Answer.Silent<T>() -> over = silence.get();
        case Answer.WantsPerson<T>() -> over = person(Prompts.TRANSFER);
        case Answer.Misunderstood<T>() -> over = misunderstood();
      }
      if (over.isPresent()) {
        return new Reply.Over<>(over.get());
      }
    }
  }

  /** Connects to a person; empty when nobody answered and the call goes on. */
  Optional<Outcome> person(Prompt why) {
    return switch (way.tried(reason(why), () -> caller.learns(why.said()))) {
      case Reached.Over(Outcome outcome) -> Optional.of(outcome);
      case Here.TALKED -> Optional.of(Plain.PERSON);
      case Here.NOBODY -> {
        unreached++;
        if (unreached >= MAX_UNREACHED) {
          yield Optional.of(lastWords(Prompts.NOBODY_FAREWELL, Plain.NOBODY));
        }
        caller.learns(Prompts.NOBODY.said());
        yield Optional.empty();
      }
    };
  }

  /** Connects to a person for somebody with whom the script cannot go on by itself. */
  Outcome personOrFarewell(Prompt why, Outcome otherwise) {
    Why reason = otherwise == Plain.LOCKED ? Why.LOCKED : reason(why);
    return switch (way.tried(reason, () -> caller.learns(why.said()))) {
      case Reached.Over(Outcome outcome) -> outcome;
      case Here.TALKED -> Plain.PERSON;
      case Here.NOBODY -> lastWords(Prompts.NOBODY_FAREWELL, otherwise);
    };
  }

  /**
   * Tells of a failure of ours and connects to a person.
   *
   * @return empty when nobody answered and it is worth trying again
   */
  Optional<Outcome> failure(Prompt failure) {
    failures++;
    Reached reached =
        way.tried(
            Why.FAILURE,
            () -> {
              caller.learns(failure.said());
              caller.hears(Prompts.TRANSFER.said());
            });
    return switch (reached) {
      case Reached.Over(Outcome outcome) -> Optional.of(outcome);
      case Here.TALKED -> Optional.of(Plain.PERSON);
      case Here.NOBODY -> {
        if (failures >= MAX_FAILURES) {
          yield Optional.of(lastWords(Prompts.FAILURE_FAREWELL, Plain.FAILED));
        }
        caller.learns(Prompts.NOBODY.said());
        yield Optional.empty();
      }
    };
  }

  /** Says a result, again on the star key, and good-bye; 0 still leads to a person. */
  Outcome result(Utterance news, Outcome outcome) {
    content = true;
    Optional<Key> key = caller.learnsRepeatably(news);
    if (key.isPresent() && key.get() == Key.ZERO) {
      Runnable words = () -> caller.learns(Prompts.TRANSFER.said());
      return switch (way.tried(Why.ASKED, words)) {
        case Reached.Over(Outcome over) -> over;
        case Here.TALKED -> outcome;
        case Here.NOBODY -> lastWords(Prompts.NOBODY_FAREWELL, outcome);
      };
    }
    return lastWords(Prompts.FAREWELL, outcome);
  }

  private static Why reason(Prompt why) {
    return REASONS.getOrDefault(why, Why.ASKED);
  }

  Outcome lastWords(Prompt words, Outcome outcome) {
    content = outcome != Plain.FAILED;
    caller.learns(words.said());
    return outcome;
  }
}
