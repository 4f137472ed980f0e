package de.durchkommen.agent;

import java.time.Instant;

/**
 * What the exchange tells of talks. Called on its threads, in the order in which things happened;
 * returns at once. What is told twice, late or of a talk that nobody knows does no harm.
 */
public interface TalkEvents {
  /** How an agent left. */
  enum Left {
    /** They hung up. */
    HUNG_UP,
    /** Their telephone fell silent or cannot be reached. */
    LOST,
    /** However they left: another agent, whom they had asked, is with the caller from now on. */
    FOLLOWED
  }

  /** How it ended that another agent was asked. */
  enum AskedEnd {
    /** Their telephone rang in vain. */
    NO_ANSWER,
    /** They refused. */
    DECLINED,
    /** They were there, and have gone. */
    LEFT
  }

  /** The agent's telephone rings. */
  void rings(long talk);

  /** The agent is in the room with the caller. */
  void begins(long talk, Instant at);

  /** The agent is not with the caller any more. Not told after {@code handedTo}. */
  void agentLeft(long talk, Left how);

  /**
   * The caller hung up, or left the room. Before the agent is in it: only when they hung up, since
   * why nobody answered is told by the call scripts ({@link Talks#after}).
   */
  void callerLeft(long talk);

  /** Whoever was asked about the talk is not on the line (any more), nor does their phone ring. */
  void askedLeft(long talk, AskedEnd how);

  /** Nobody listens in any more, nor does a telephone ring for that. */
  void observerLeft(long talk);

  /** A telephone can, or cannot, be reached. */
  void phone(String phoneUser, boolean reachable);

  /** The exchange is connected (again): what is there now is to be asked by {@code live()}. */
  void known();

  /** (A part of) the exchange is not connected any more; what goes on there goes on untold. */
  default void unknown() {}
}
