package de.durchkommen.agent;

import java.time.Instant;

/** What happens to a seat. Those about a talk are given to the seat that has this talk only. */
sealed interface SeatEvent {
  /** The agent is ready, or will be after the talk. */
  record Ready() implements SeatEvent {}

  /** A pause, now or after the talk. */
  record Pause(PauseReason why) implements SeatEvent {}

  /** The agent goes. */
  record SignOut() implements SeatEvent {}

  /** The next caller is theirs. */
  record Assigned(long talk, Instant ringUntil) implements SeatEvent {}

  /** Another agent asks them something: as good as talking. */
  record Asked(long talk) implements SeatEvent {}

  /** The caller and the agent hear each other. */
  record Begins(long talk) implements SeatEvent {}

  /** The telephone rang in vain. */
  record NotAnswered(PauseReason why) implements SeatEvent {}

  /** There was nothing to do, and it is not the agent's fault. */
  record Spared() implements SeatEvent {}

  /** The talk is over. */
  record Over() implements SeatEvent {}

  /** The talk is over, since the agent's telephone was lost. */
  record Lost() implements SeatEvent {}

  /** All is written down, or the time for that has passed. */
  record Wrapped() implements SeatEvent {}

  /** The telephone cannot be reached. */
  record PhoneGone() implements SeatEvent {}
}
