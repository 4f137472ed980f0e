package de.durchkommen.agent;

/** How a talk ended, or is about to. */
enum Ending {
  /** One of both hung up, or the agent ended it. */
  OVER,
  /** The agent did not come. */
  UNANSWERED,
  /** The caller hung up before the agent came. */
  ABANDONED,
  /** The agent's telephone was lost. */
  LOST,
  /** The caller goes back to self-service. */
  BACK,
  /** It goes on with another agent. */
  ONWARD,
  /** Nobody saw. */
  UNKNOWN
}
