package de.durchkommen.agent;

import java.util.Optional;
import java.util.OptionalLong;

/** Talks with agents, as call scripts see them. */
public interface Talks {
  /**
   * The talk that a round of the waiting room has just made for this call; empty when there is none
   * (any more) or nobody knows.
   */
  Optional<Talk> assigned(String callId);

  /** The caller hung up before the agent's telephone rang. Never fails. */
  void withdrawn(String callId);

  /**
   * Why the caller is back. Ends the talk, unless it goes on with another agent; the same when
   * asked again.
   *
   * @param talk its number
   * @param dialStatus what the dialplan saw: {@code TALKED} when both were in the room, otherwise
   *     Asterisk's DIALSTATUS of the agent's telephone, as {@code NOANSWER} or {@code BUSY}
   */
  After after(long talk, String dialStatus);

  /** Why the caller is back. */
  sealed interface After {
    /** It is done: farewell. */
    record Over() implements After {}

    /**
     * No agent came; the caller keeps the place.
     *
     * @param ticket whose place it is, also when an earlier talk has used it up; empty when nobody
     *     knows
     */
    record Unanswered(OptionalLong ticket) implements After {}

    /**
     * The agent was lost in the middle: words, and first in the queue.
     *
     * @param ticket whose place is the caller's again
     */
    record Lost(long ticket) implements After {}

    /**
     * The agent sent the caller back to self-service.
     *
     * @param point {@code termine}, {@code buchen}, {@code verschieben} or {@code warteliste}
     */
    record Back(String point) implements After {}

    /**
     * Another agent is to ring now.
     *
     * @param talk the new talk's number
     * @param phoneUser that agent's telephone
     */
    record Onward(long talk, String phoneUser) implements After {}

    /** Nobody knows: the database does not answer, or there is no such talk. */
    record Uncertain() implements After {}
  }
}
