package de.durchkommen.account;

/**
 * The cookie that names a session. No script reads it, no other site has it sent, and it is gone
 * when the browser is closed.
 */
final class SessionCookie {
  static final String NAME = "dk_session";

  private static final String FOR_US = "; Path=/; HttpOnly; SameSite=Strict";

  private SessionCookie() {}

  /** A value of {@code Set-Cookie} that keeps this. */
  static String of(SessionToken token, boolean secure) {
    return NAME + "=" + token.text() + FOR_US + (secure ? "; Secure" : "");
  }

  /** A value of {@code Set-Cookie} that removes it. */
  static String none(boolean secure) {
    return NAME + "=; Max-Age=0" + FOR_US + (secure ? "; Secure" : "");
  }
}
