package de.durchkommen.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every Java platform has. */
public final class Sha256 {
  private static final byte[] BOUNDARY = {0};

  private Sha256() {}

  /** The hash of these parts, with a zero byte after each: 32 bytes. */
  static byte[] ofParts(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
      digest.update(BOUNDARY);
    }
    return digest.digest();
  }

  /** The hash of these bytes: 32 bytes. */
  public static byte[] of(byte[] bytes) {
    return digest().digest(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
