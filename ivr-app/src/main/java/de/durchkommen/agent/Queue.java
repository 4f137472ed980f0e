package de.durchkommen.agent;

/** The waiting room of those who wait for a person, as far as talks need it. */
public interface Queue {
  /** A talk has begun: whoever had this ticket is served. Returns at once and never fails. */
  void begun(long ticket);
}
