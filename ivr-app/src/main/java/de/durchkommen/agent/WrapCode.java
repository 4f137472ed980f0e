package de.durchkommen.agent;

/** What became of a talk, as the agent says. */
public enum WrapCode {
  /** Appointments were booked. */
  BOOKED,
  /** They were moved. */
  MOVED,
  /** They were cancelled. */
  CANCELLED,
  /** The caller was put on the waiting list. */
  WAITING_LIST,
  /** A question was answered. */
  INFORMED,
  /** The caller will call again. */
  CALL_BACK,
  /** Another agent, or somebody else, is to help. */
  PASSED_ON,
  /** The talk broke off. */
  BROKEN_OFF,
  /** Something else. */
  OTHER
}
