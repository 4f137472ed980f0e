package de.durchkommen.line;

/**
 * Asterisk did not do what it was told, or cannot be talked with any more. Not a hangup. The
 * message has nothing of the caller in it.
 */
final class AgiFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AgiFailure(String what) {
    super(what);
  }
}
