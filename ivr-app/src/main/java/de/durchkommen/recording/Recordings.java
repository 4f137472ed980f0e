package de.durchkommen.recording;

/** Talks that may be recorded. */
public interface Recordings {
  /**
   * Caller and agent hear each other. Returns at once and never fails; the talk is recorded if the
   * caller has said yes.
   *
   * @param talk its number
   */
  void begins(long talk);
}
