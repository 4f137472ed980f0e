package de.durchkommen.agent;

/** Why an agent is not to be called. */
public enum PauseReason {
  /** A short break; chosen by the agent. */
  BREAK,
  /** A meal; chosen by the agent. */
  LUNCH,
  /** A meeting; chosen by the agent. */
  MEETING,
  /** Learning; chosen by the agent. */
  TRAINING,
  /** Something else; chosen by the agent. */
  OTHER,
  /** The telephone rang and nobody answered. */
  NO_ANSWER,
  /** The call was declined, or the telephone was busy. */
  DECLINED,
  /** The telephone could not be reached, or was lost in a talk. */
  PHONE_LOST,
  /** A supervisor said so. */
  FORCED;

  /** Whether agents choose it themselves. */
  boolean isChosen() {
    return switch (this) {
      case BREAK, LUNCH, MEETING, TRAINING, OTHER -> true;
      case NO_ANSWER, DECLINED, PHONE_LOST, FORCED -> false;
    };
  }
}
