package de.durchkommen.booking;

/** What came of declining an offer, or of leaving the waiting list. */
public sealed interface WaitingEnd {
  /** The person is off the list; what was kept for them is free for the next in line. */
  record Ended() implements WaitingEnd {}

  /** There was nothing to decline or to leave. */
  record NothingThere() implements WaitingEnd {}

  /** Nobody can tell right now; look up the standing later. */
  record Unknown(String why) implements WaitingEnd {}
}
