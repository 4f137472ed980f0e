package de.durchkommen.agent;

/**
 * The waiting room of those who wait for a person, as far as talks need it. Each method returns at
 * once, never fails, and may be said again.
 */
public interface Queue {
  /** A talk has begun: the place of this call is used up. */
  void begun(String callId);

  /** The caller hung up before the talk began: the place is kept for a while. */
  void gone(String callId);
}
