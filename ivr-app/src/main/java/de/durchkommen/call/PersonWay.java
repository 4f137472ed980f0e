package de.durchkommen.call;

import de.durchkommen.agent.Handover.Why;
import java.util.Optional;

/**
 * The way from a script to a person: to an agent where some are signed in, after waiting for one;
 * to the telephone of the settings where nobody is.
 */
final class PersonWay {
  private final Caller caller;
  private final Desks desks;
  private final Story story;
  private final boolean waiting;
  private final boolean agents;

  /**
   * A way to a person.
   *
   * @param waiting whether the caller has a place with the machine meanwhile
   * @param agents whether agents are waited for
   */
  private PersonWay(Caller caller, Desks desks, Story story, boolean waiting, boolean agents) {
    this.agents = agents;
    this.caller = caller;
    this.desks = desks;
    this.story = story;
    this.waiting = waiting;
  }

  /** From a dialogue. */
  static PersonWay fromDialogue(Caller caller, Desks desks, Story story) {
    return new PersonWay(caller, desks, story, false, true);
  }

  /** From the queue for a dialogue; the place there stays the caller's. */
  static PersonWay fromQueue(Caller caller, Desks desks, Story story) {
    return new PersonWay(caller, desks, story, true, true);
  }

  /** To the telephone of the settings only, for who waits for an agent already or cannot wait. */
  static PersonWay byTelephone(Caller caller, Desks desks) {
    return new PersonWay(caller, desks, new Story(), false, false);
  }

  /** What came of it. */
  sealed interface Reached {
    /** The call goes on elsewhere, or has ended in words. */
    record Over(Outcome outcome) implements Reached {}

    /** The call is still here. */
    enum Here implements Reached {
      /** After a talk. */
      TALKED,
      /** Nobody was there. */
      NOBODY
    }
  }

  /** What is known of the caller. */
  Story story() {
    return story;
  }

  /**
   * Tries it.
   *
   * @param words tell the caller so; said in any case, once there is a place with the agents
   */
  Reached tried(Why why, Runnable words) {
    if (!agents || !desks.agents.room.isStaffed()) {
      words.run();
      return telephoned();
    }
    Optional<Outcome> over = new PersonCall(caller, desks, story).waited(why, words);
    if (over.isPresent()) {
      return new Reached.Over(over.get());
    }
    Reached last = telephoned();
    if (waiting) {
      caller.placeIsKept(true);
    }
    return last;
  }

  private Reached telephoned() {
    return switch (caller.transferredToPerson()) {
      case TALKED -> Reached.Here.TALKED;
      case NOBODY -> Reached.Here.NOBODY;
    };
  }
}
