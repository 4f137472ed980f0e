package de.durchkommen.call;

/** What happens in a call. */
public interface CallScript {
  /**
   * Talks with the caller until the call has ended in words, with a person, or by itself.
   *
   * @return how it ended
   * @throws CallerHungUp when the caller is gone; what was held for them has been given back
   */
  Outcome answered(Caller caller);
}
