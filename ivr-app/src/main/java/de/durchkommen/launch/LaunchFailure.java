package de.durchkommen.launch;

import java.io.Serial;

/** Something that the user of the launcher has to know: a German sentence and an exit code. */
public final class LaunchFailure extends RuntimeException {
  /** It did not work. */
  public static final int FAILED = 1;

  /** It was asked for in a way that cannot work: a wrong word, a wrong setting, a taken port. */
  public static final int WRONG_USE = 2;

  /** It is not running; the number that init scripts use (LSB). */
  public static final int NOT_RUNNING = 3;

  @Serial private static final long serialVersionUID = 1L;

  private final int exitCode;

  public LaunchFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public LaunchFailure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
