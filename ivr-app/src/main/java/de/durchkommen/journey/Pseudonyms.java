package de.durchkommen.journey;

import de.durchkommen.phone.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes of numbers (HMAC-SHA-256, RFC 2104, cut to 128 bits) with a key of this hotline. */
final class Pseudonyms {
  /** Setting: the key, 256 bits in hexadecimal digits. The same on all nodes. */
  static final String KEY = "durchkommen.calls.key";

  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  private static final int BYTES = 16;

  private final Optional<SecretKeySpec> key;

  /**
   * With this key; without one callers are not told apart.
   *
   * @throws IllegalArgumentException when it is none
   */
  Pseudonyms(Optional<String> key) {
    this.key = key.filter(word -> !word.isEmpty()).map(Pseudonyms::parsed);
  }

  private static SecretKeySpec parsed(String word) {
    if (!FORM.matcher(word).matches()) {
      throw new IllegalArgumentException(KEY + " has to be 64 hexadecimal digits");
    }
    return new SecretKeySpec(HexFormat.of().parseHex(word), ALGORITHM);
  }

  /** Whether callers are told apart. */
  boolean areThere() {
    return key.isPresent();
  }

  /** 32 hexadecimal digits for this number; empty without a key. */
  Optional<String> of(PhoneNumber number) {
    return key.map(secret -> hash(secret, number));
  }

  private static String hash(SecretKeySpec secret, PhoneNumber number) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      byte[] all = mac.doFinal(number.e164().getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(all, 0, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
    }
  }
}
