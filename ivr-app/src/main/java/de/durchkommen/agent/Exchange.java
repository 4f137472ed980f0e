package de.durchkommen.agent;

import de.durchkommen.phone.PhoneNumber;
import java.util.List;

/**
 * The telephone exchange, as far as talks between callers and agents need it. Every method returns
 * within 2 s, none fails; what comes of it later is told by {@link TalkEvents}.
 *
 * <p>A telephone is named by its user, as {@code agent-platz-7} (see {@link AgentPhone#user}).
 */
public interface Exchange {
  /** What became of a wish. */
  enum Outcome {
    /** It is so, or is about to be. */
    DONE,
    /** The talk, or the telephone, is not on the line (any more). */
    NOT_THERE,
    /** The exchange does not answer, or refused; nobody was cut off by it. */
    FAILED
  }

  /** How somebody listens in. */
  enum Mode {
    /** Nobody hears them. */
    LISTEN,
    /** The agent hears them, the caller does not. */
    WHISPER,
    /** Both hear them. */
    JOIN
  }

  /**
   * A talk's room.
   *
   * @param talk its number
   * @param caller whether a caller is in it
   * @param agent whether an agent is in it, or waits beside it while the caller hears music
   * @param asked whether another agent is asked: their telephone rings, or they are in it
   * @param observer whether somebody listens in, or their telephone rings for that
   */
  record Live(long talk, boolean caller, boolean agent, boolean asked, boolean observer) {
    /** Nobody else is there. */
    public Live(long talk, boolean caller, boolean agent) {
      this(talk, caller, agent, false, false);
    }
  }

  /** Whether the exchange can be reached right now. */
  boolean isPossible();

  /** The caller hears music; the agent waits alone, in silence. */
  Outcome held(long talk);

  /** Both hear each other again. */
  Outcome resumed(long talk);

  /** The caller leaves the room, and comes back to the call scripts. */
  Outcome released(long talk);

  /** The caller is held; this telephone rings, and who answers is alone with the agent. */
  Outcome consulted(long talk, String phoneUser);

  /** Whoever was asked on this telephone comes to the caller; the agent stays. */
  Outcome joined(long talk, String phoneUser);

  /** Whoever was asked stays with the caller; the first agent leaves. */
  Outcome handedTo(long talk);

  /** An interpreter outside is rung into the room. */
  Outcome interpreted(long talk, PhoneNumber interpreter);

  /** Somebody on this telephone listens in. */
  Outcome observed(long talk, String phoneUser, Mode mode);

  /** Everybody leaves; the caller is told good-bye by the call scripts. */
  Outcome ended(long talk);

  /**
   * The rooms that there are, and who is in them right now.
   *
   * @throws IllegalStateException when the exchange does not answer: nobody knows then
   */
  List<Live> live();
}
