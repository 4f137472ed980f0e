package de.durchkommen.queue;

import de.durchkommen.phone.PhoneNumber;

/**
 * The queue of those who wait for a person.
 *
 * <p>{@link Standing.Admitted} means here that somebody has been found, whose telephone is about to
 * ring. Whoever holds the stay then lets go of it by {@link Stay#handsOver}: the place is kept as
 * long as it rings, until {@link #begun} or {@link #gone} says what came of it, or the same call
 * enters again.
 */
public interface PeopleRoom extends WaitingRoom {
  /** Whether anybody is signed in to serve, as far as this node knows; never waits for anything. */
  boolean isStaffed();

  /**
   * Whether it is known that nobody is signed in: not so while nothing is known, such as after a
   * start, when those who waited before come back. Never waits for anything.
   */
  boolean isDeserted();

  /** Whether somebody with this number has a place and is not on the line; never waits. */
  boolean keeps(PhoneNumber number);

  /** The talk has begun: the place is used up. Never fails; may be said again. */
  void begun(String callId);

  /** The caller hung up before the talk began: the place is kept for a while. Never fails. */
  void gone(String callId);
}
