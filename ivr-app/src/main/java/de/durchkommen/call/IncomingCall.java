package de.durchkommen.call;

import jakarta.enterprise.context.ApplicationScoped;

/** A call from its first word to its last. */
@ApplicationScoped
public class IncomingCall implements CallScript {
  @Override
  public Outcome answered(Caller caller) {
    return Outcome.Plain.ENDED;
  }
}
