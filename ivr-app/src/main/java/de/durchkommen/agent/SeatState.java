package de.durchkommen.agent;

/** What an agent is doing. Who has no seat is signed out. */
public enum SeatState {
  /** At the desk, and not ready yet. */
  SIGNED_IN,
  /** The next caller who fits is theirs. */
  READY,
  /** Their telephone rings, or is about to. */
  RINGING,
  /** With a caller. */
  TALKING,
  /** Writing down what became of the talk. */
  WRAPPING,
  /** Not to be called, for a reason. */
  PAUSED
}
