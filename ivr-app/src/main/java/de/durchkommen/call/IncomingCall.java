package de.durchkommen.call;

import jakarta.enterprise.context.ApplicationScoped;

/** A call from its first word to its last. */
@ApplicationScoped
public class IncomingCall {
  /**
   * Talks with the caller until the call has ended in words, a person or silence.
   *
   * @throws CallerHungUp when the caller is gone; what was held for them is given back
   */
  public Outcome answered(Caller caller) {
    return Outcome.Plain.ENDED;
  }
}
