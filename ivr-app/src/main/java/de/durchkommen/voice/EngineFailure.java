package de.durchkommen.voice;

/** An engine could not say a text; the next one is asked. Never holds the text. */
final class EngineFailure extends Exception {
  private static final long serialVersionUID = 1L;

  EngineFailure(String message) {
    super(message);
  }

  EngineFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
