package de.durchkommen.call;

/** The caller is gone. Caught in one place, in {@code line}; scripts only clean up. */
public final class CallerHungUp extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a stack trace: it is an everyday event. */
  public CallerHungUp() {
    super("The caller hung up", null, false, false);
  }
}
