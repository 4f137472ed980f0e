package de.durchkommen.recording;

import java.util.UUID;

/** The telephone exchange, as far as it brings sound. */
public interface Tap {
  /** Where the caller of a talk is. */
  enum Ear {
    /** In the talk. */
    OPEN,
    /** On hold. */
    PAUSED,
    /** Not in the talk any more. */
    GONE,
    /** Nobody knows right now. */
    UNKNOWN
  }

  /**
   * Has what the caller says and hears brought to us. Returns within 2 s.
   *
   * @param talk its number
   * @param key by which it is known when it comes
   * @param address host and port
   * @return whether it is about to come
   */
  boolean opens(long talk, UUID key, String address);

  /** Where the caller is. Returns at once; asked for each 20 ms of sound. */
  Ear ear(long talk);
}
