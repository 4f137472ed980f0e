package de.durchkommen.account;

import de.durchkommen.api.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the cookie of a session holds: 32 random bytes in base64url. Only its SHA-256 is stored.
 *
 * <p>The CSRF token is made of it, so that a page that was loaded anew can ask for it again; nobody
 * gets from one back to the other, and a script cannot read the cookie.
 *
 * @param text 43 characters
 */
record SessionToken(String text) {
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final String CSRF = "csrf:";

  /** A new one. */
  static SessionToken drawn(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new SessionToken(base64(bytes));
  }

  /** The token that a cookie holds; empty when that is none. */
  static Optional<SessionToken> parse(@Nullable String text) {
    return Optional.ofNullable(text)
        .filter(given -> FORM.matcher(given).matches())
        .map(SessionToken::new);
  }

  /** What is stored: 32 bytes. */
  byte[] hash() {
    return sha256(text);
  }

  /** What a page sends with each change. */
  String csrf() {
    return base64(sha256(CSRF + text));
  }

  /** What is stored of that: 32 bytes. */
  byte[] csrfHash() {
    return csrfHash(csrf());
  }

  /** What is stored when a page sends this. */
  static byte[] csrfHash(String csrf) {
    return sha256(csrf);
  }

  private static byte[] sha256(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "SessionToken";
  }
}
