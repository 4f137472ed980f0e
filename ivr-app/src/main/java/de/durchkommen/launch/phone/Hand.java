package de.durchkommen.launch.phone;

/** What presses the keys: a list that was given, or a person at a terminal. */
interface Hand {
  /** A question began to be asked. */
  void asked();

  /** A question with this text began to be asked. */
  default void asked(String text) {
    asked();
  }

  /** What to do now. Called many times a second; never waits. */
  Move move();

  /** A movement. */
  sealed interface Move {
    /** Presses keys. */
    record Press(String keys) implements Move {}

    /** Hangs up. */
    record HangUp() implements Move {}

    /** Does nothing for now. */
    record Nothing() implements Move {}
  }
}
