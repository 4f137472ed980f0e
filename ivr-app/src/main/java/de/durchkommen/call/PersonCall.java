package de.durchkommen.call;

import de.durchkommen.agent.Handover.Why;
import de.durchkommen.agent.Talk;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.queue.Arrival;
import de.durchkommen.queue.Standing;
import de.durchkommen.queue.Stay;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody waits for a person. They hear how they stand, listen to music, and may ask for a
 * callback or their position, as all who wait. When an agent has been found the script ends, and
 * the telephone exchange lets that agent's telephone ring: whatever comes of it is the beginning of
 * {@link TalkedCall}.
 */
final class PersonCall {
  /** How often, and after what time, it is looked who has been found. */
  static final int GLANCES = 40;

  /**
   * So often somebody has been found of whom nobody knows who it is, before another way is taken.
   */
  static final int MOST_UNKNOWN = 3;

  private static final Duration GLANCE = Duration.ofMillis(50);

  /** So long before the telephone rings the desk is told whose call it is. */
  private static final Duration HEAD_START = Duration.ofMillis(300);

  /** For those somebody is needed who may ask them who they are. */
  private static final Set<Why> UNIDENTIFIED = Set.of(Why.NO_LETTER, Why.WRONG_CODES, Why.LOCKED);

  /** What such an agent can do. */
  static final String IDENTITY = "identity";

  private final Caller caller;
  private final Desks desks;
  private final Story story;

  PersonCall(Caller caller, Desks desks, Story story) {
    this.caller = caller;
    this.desks = desks;
    this.story = story;
  }

  /** Waits with a new place, or the one that the caller has. */
  Optional<Outcome> waited(Why why, Runnable words) {
    Arrival arrival = Visit.arrival(caller, desks.room);
    return waited(why, UNIDENTIFIED.contains(why) ? arrival.needing(IDENTITY) : arrival, words);
  }

  /**
   * Waits until the call goes on elsewhere or has ended in words; empty when nobody is signed in
   * any more.
   *
   * @param words tell the caller of it; they have the place before the first of them, and an agent
   *     who is free sees meanwhile who it is, unless there is something to ask first
   */
  Optional<Outcome> waited(Why why, Arrival arrival, Runnable words) {
    // Before there is a place: no agent waits for this question.
    boolean told =
        desks.room.asksForRecording()
            && new RecordingQuestion(caller, desks.agents.consents).put(words);
    desks.agents.handovers.wrote(story.handover(caller, why));
    caller.waitsForPerson(true);
    try {
      Optional<Outcome> over = placed(arrival, told ? () -> {} : words);
      caller.waitsForPerson(false);
      return over;
    } catch (CallerHungUp gone) {
      // Nobody's telephone is to ring for a caller who has gone.
      desks.agents.talks.withdrawn(caller.callId());
      throw gone;
    }
  }

  private Optional<Outcome> placed(Arrival arrival, Runnable words) {
    for (int unknown = 0; unknown < MOST_UNKNOWN; unknown++) {
      try (Stay stay = desks.agents.room.enters(arrival)) {
        story.person().ifPresent(who -> stay.identified(who.id()));
        if (unknown == 0) {
          words.run();
        }
        Optional<Outcome> over = waited(stay);
        if (over.isPresent()) {
          return over;
        }
        if (!(stay.standing() instanceof Standing.Admitted)) {
          return Optional.empty();
        }
        Optional<Talk> talk = found();
        if (talk.isPresent()) {
          Outcome outcome = handedTo(talk.get());
          stay.handsOver();
          return Optional.of(outcome);
        }
        // Nobody knows who it was: the same call has its place back at once.
        desks.agents.talks.withdrawn(caller.callId());
      }
    }
    return Optional.empty();
  }

  /** Nobody who has been found is to wait until an announcement has ended. */
  private Optional<Outcome> waited(Stay stay) {
    caller.endsWordsAt(stay.turn());
    try {
      return new Waiting(stay).over();
    } finally {
      caller.endsWordsAt(null);
    }
  }

  private Outcome handedTo(Talk talk) {
    story.passesOn().ifPresent(desks.booking::passOn);
    caller.pauses(HEAD_START);
    caller.handedTo(talk.id(), talk.phoneUser());
    return Plain.AGENT;
  }

  private Optional<Talk> found() {
    Optional<Talk> talk = desks.agents.talks.assigned(caller.callId());
    for (int times = 0; talk.isEmpty() && times < GLANCES; times++) {
      caller.pauses(GLANCE);
      talk = desks.agents.talks.assigned(caller.callId());
    }
    return talk;
  }

  /** One stay in the queue. */
  private final class Waiting {
    private final Stay stay;
    private final WaitingTalk talk = new WaitingTalk(caller, PersonWay.byTelephone(caller, desks));
    private final Announcements announcements;

    Waiting(Stay stay) {
      this.stay = stay;
      this.announcements =
          new Announcements(caller, stay, desks, () -> false, WaitingPrompts.PERSON_MENU);
    }

    /** Empty when it is the caller's turn, or when nobody is there any more. */
    Optional<Outcome> over() {
      Standing standing = stay.settled(WaitingCall.MOMENT);
      if (stay.isReturned()) {
        talk.news(WaitingPrompts.RETURNED.said());
      }
      while (!(standing instanceof Standing.Admitted) && !desks.agents.room.isDeserted()) {
        Outcome outcome = waited(standing);
        if (outcome != Plain.WAITS) {
          return Optional.of(outcome);
        }
        standing = stay.standing();
      }
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
      if (key == Key.ONE) {
        Outcome outcome = new CallbackWish(talk, stay, desks.clock).noted();
        if (outcome == Plain.WAITS && !(stay.standing() instanceof Standing.Admitted)) {
          talk.tells(WaitingPrompts.BACK.said());
        }
        return outcome;
      }
      if (key == Key.STAR || (key == Key.NINE && caller.changesLanguage())) {
        announcements.again(stay.standing());
      } else {
        announcements.menu();
      }
      return Plain.WAITS;
    }
  }
}
