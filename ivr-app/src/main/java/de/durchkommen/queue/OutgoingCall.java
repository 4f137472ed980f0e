package de.durchkommen.queue;

import de.durchkommen.phone.PhoneNumber;
import java.time.Duration;

/**
 * A call to somebody.
 *
 * @param number where
 * @param purpose what for
 * @param reference what the call is about, handed on to the script; no personal data
 * @param ring for how long
 */
public record OutgoingCall(PhoneNumber number, Purpose purpose, long reference, Duration ring) {
  /** What a call is for; the script that speaks when it is answered. */
  public enum Purpose {
    /** Somebody's turn has come; the reference is their ticket. */
    CALLBACK("callback"),
    /** A pair is kept for somebody on the waiting list; the reference is their entry. */
    OFFER("offer");

    private final String script;

    Purpose(String script) {
      this.script = script;
    }

    /** The name of the script in AGI addresses. */
    public String script() {
      return script;
    }
  }
}
