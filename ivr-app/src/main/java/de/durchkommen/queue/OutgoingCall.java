package de.durchkommen.queue;

import de.durchkommen.phone.PhoneNumber;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A call to somebody.
 *
 * @param number where
 * @param purpose what for
 * @param reference what the call is about, handed on to the script; no personal data
 * @param language in which they are spoken to (ISO 639-1)
 * @param ring for how long
 */
public record OutgoingCall(
    PhoneNumber number, Purpose purpose, long reference, String language, Duration ring) {
  private static final Pattern TAG = Pattern.compile("[a-z]{2}");

  /** Refuses what is no language: it goes to the telephone exchange. */
  public OutgoingCall {
    if (!TAG.matcher(language).matches()) {
      throw new IllegalArgumentException("A language has two small letters");
    }
  }

  /** What a call is for; the script that speaks when it is answered. */
  public enum Purpose {
    /** Somebody's turn has come; the reference is their ticket. */
    CALLBACK("callback"),
    /** The turn of somebody who waits for a person has come; the reference is their ticket. */
    PERSON("person"),
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
