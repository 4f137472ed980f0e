package de.durchkommen.queue;

/** What is heard while nothing is said. */
public enum Music {
  /** Slow chords, without words. */
  MELODY,
  /** Silence with a soft tone every ten seconds, which tells that the line is still there. */
  TONE
}
