package de.durchkommen.queue;

import java.util.Optional;

/** The waiting room, as the call scripts of this node see it. */
public interface WaitingRoom {
  /**
   * A caller is here. Returns at once and never fails: the place is taken meanwhile, in the order
   * of these calls, and as soon as the database answers.
   *
   * <p>Whoever was cut off a short while ago has the old place: known again by the call id (the
   * same call, after a crash of this application) or by the caller's number.
   */
  Stay enters(Arrival arrival);

  /**
   * Somebody who is being called back has picked up.
   *
   * @param ticket the reference that the outgoing call carried
   * @return empty when nobody is being called for this ticket (any more), or the database does not
   *     answer; the caller is then to be treated as one who calls in
   */
  Optional<Stay> answers(Arrival arrival, long ticket);

  /**
   * The place of a group of callers, 1 (first) to 9 (last), as a supervisor has set it.
   *
   * @param group 1 to 9, as the dialplan says
   */
  default int priority(int group) {
    return group;
  }

  /** Whether those who want a person are asked if the talk may be recorded, where that can be. */
  default boolean asksForRecording() {
    return true;
  }

  /** What is heard while nothing is said, as a supervisor has set it. */
  default Music music() {
    return Music.MELODY;
  }
}
