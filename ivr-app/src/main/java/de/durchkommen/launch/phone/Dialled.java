package de.durchkommen.launch.phone;

/** What came of dialling. */
public sealed interface Dialled {
  /**
   * The other side picked up.
   *
   * @param callId the SIP Call-ID
   */
  record PickedUp(String callId) implements Dialled {}

  /**
   * The other side refused.
   *
   * @param reason SIP status and phrase, such as {@code 486 Busy Here}
   */
  record Refused(String reason) implements Dialled {}

  /** Nobody picked up within the time limit. */
  record NoAnswer() implements Dialled {}
}
