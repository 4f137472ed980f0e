package de.durchkommen.call;

/** What came of a question. */
public sealed interface Answer<T> {
  /** The caller keyed something that the question understands. */
  record Keyed<T>(T value) implements Answer<T> {}

  /** The caller stayed silent as often as the question allows. */
  record Silent<T>() implements Answer<T> {}

  /** The caller keyed things that the question does not understand as often as it allows. */
  record Misunderstood<T>() implements Answer<T> {}

  /** The caller pressed 0 for a person. */
  record WantsPerson<T>() implements Answer<T> {}
}
