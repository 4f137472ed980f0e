package de.durchkommen.prompt;

/** No engine could say a text: an outage, not a fault of the text. */
public final class VoiceUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what was tried, for the log. */
  public VoiceUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  /** With what was tried, for the log. */
  public VoiceUnavailableException(String message) {
    super(message);
  }
}
