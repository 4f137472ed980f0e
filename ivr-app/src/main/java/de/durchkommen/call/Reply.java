package de.durchkommen.call;

/** What a script gets from a question once the ways to a person have been tried. */
sealed interface Reply<T> {
  /** An answer. */
  record Heard<T>(T value) implements Reply<T> {}

  /** The call is over: a person took it, or the last words were said. */
  record Over<T>(Outcome outcome) implements Reply<T> {}
}
