package de.durchkommen.call;

/** What is said to a caller from the first word to the last: the border between line and script. */
@FunctionalInterface
public interface CallScript {
  /**
   * Talks with the caller until the call has ended in words, a person or silence.
   *
   * @throws CallerHungUp when the caller is gone; what was held for them is given back
   */
  Outcome answered(Caller caller);
}
