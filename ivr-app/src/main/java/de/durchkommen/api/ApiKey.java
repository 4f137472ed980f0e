package de.durchkommen.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program shows to be let in: {@code dk_<client>_<secret>}.
 *
 * <p>Only the SHA-256 of the secret is stored. A slow hash with salt is for what people choose; a
 * secret of 112 random bits or more needs neither (NIST SP 800-63B, section 5.1.2.2, on look-up
 * secrets), and this one has 256.
 *
 * @param client name of the program: small letters, digits, dashes; 1 to 40, a letter first
 * @param secret 32 random bytes in base64url
 */
public record ApiKey(String client, String secret) {
  /** What a client may be called. */
  public static final Pattern CLIENT = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  private static final int SECRET_BYTES = 32;
  private static final Pattern TEXT =
      Pattern.compile("dk_([a-z][a-z0-9-]{0,39})_([A-Za-z0-9_-]{43})");

  /** A new key for this client. */
  public static ApiKey drawn(String client, RandomGenerator random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new ApiKey(client, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** The key with this {@link #text}; empty when that is none. */
  public static Optional<ApiKey> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(new ApiKey(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  /** As the client sends it. */
  public String text() {
    return "dk_" + client + "_" + secret;
  }

  /** What is stored: SHA-256 of the secret, 32 bytes. */
  public byte[] hash() {
    return Sha256.of(secret.getBytes(StandardCharsets.US_ASCII));
  }

  /** Without the secret: keys do not belong in logs. */
  @Override
  public String toString() {
    return "ApiKey[" + client + "]";
  }
}
