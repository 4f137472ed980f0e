package de.durchkommen.queue;

import java.util.function.Consumer;

/** The telephone, as far as it calls people. */
public interface OutgoingCalls {
  /** Whether calls can be placed at all: configured, and Asterisk is there. */
  boolean isPossible();

  /**
   * Rings and returns at once. A call that is answered comes in as the script of its purpose, with
   * its reference.
   *
   * @param result told once, on a thread of the telephone; must not block
   * @throws IllegalStateException when no call could be placed; then nothing is told
   */
  void place(OutgoingCall call, Consumer<RingResult> result);

  /** What became of the ringing. */
  enum RingResult {
    /** Somebody, or a machine, picked up. */
    ANSWERED,
    /** Engaged. */
    BUSY,
    /** Nobody picked up in time. */
    NO_ANSWER,
    /** The call did not get through: not that person's fault. */
    FAILED
  }
}
