package de.durchkommen.line;

/** Ends what a caller hears before its end. */
@FunctionalInterface
interface Playback {
  /** Nothing can be ended: it is heard to its end. */
  Playback ENDLESS = channel -> {};

  /**
   * Ends what is being played by CONTROL STREAM FILE, if it is; does not wait, and never fails.
   *
   * @param channel Asterisk's unique id of it
   */
  void stops(String channel);
}
