package de.durchkommen.agent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The password of a telephone: random, shown once, and never stored.
 *
 * @param text 24 letters and digits, none of which looks like another one: 139 random bits
 */
public record PhonePassword(String text) {
  /** SIP's name for the place that the password is for (RFC 3261, 22.1). */
  static final String REALM = "durchkommen";

  private static final String CHARACTERS =
      "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int LENGTH = 24;

  /** A new one. */
  public static PhonePassword drawn(RandomGenerator random) {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return new PhonePassword(text.toString());
  }

  /**
   * What Asterisk knows it by: {@code MD5:} and the hash of user, realm and password (RFC 2617,
   * 3.2.2.2). MD5 is what each SIP telephone knows; what makes guessing hopeless is the length.
   */
  String digest(String user) {
    byte[] secret = (user + ":" + REALM + ":" + text).getBytes(StandardCharsets.US_ASCII);
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(secret);
      return "MD5:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without the password: it does not belong in logs. */
  @Override
  public String toString() {
    return "PhonePassword";
  }
}
