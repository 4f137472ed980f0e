package de.durchkommen.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as they are stored: Argon2id (RFC 9106), written as {@code
 * $argon2id$v=19$m=<KiB>,t=<passes>,p=<lanes>$<salt>$<hash>}. What a hash costs stands in it, so
 * that the costs can be raised later and old hashes are still understood.
 *
 * <p>The only user of Bouncy Castle.
 */
public final class PasswordHash {
  /**
   * What a hash costs.
   *
   * @param memoryKib in KiB, 8 or more
   * @param passes over the memory, 1 or more
   */
  public record Cost(int memoryKib, int passes) {
    /** The OWASP Password Storage Cheat Sheet's recommendation: 19 MiB, two passes, one lane. */
    public static final Cost USUAL = new Cost(19 * 1024, 2);
  }

  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=1"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private PasswordHash() {}

  /** A new hash of this password, which is normalised here. */
  public static String made(String password, Cost cost, RandomGenerator random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = argon2id(password, cost, salt, HASH_BYTES);
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memoryKib(),
            cost.passes(),
            LANES,
            encoder.encodeToString(salt),
            encoder.encodeToString(hash));
  }

  /**
   * Whether the hash is of this password; takes as long for a wrong one.
   *
   * @throws IllegalStateException when the stored text is no hash
   */
  static boolean matches(String password, String stored) {
    Matcher parts = parts(stored);
    byte[] hash = Base64.getDecoder().decode(parts.group(4));
    byte[] salt = Base64.getDecoder().decode(parts.group(3));
    return MessageDigest.isEqual(hash, argon2id(password, cost(parts), salt, hash.length));
  }

  /** Whether a stored hash costs something else than hashes do now. */
  static boolean isOutdated(String stored, Cost now) {
    return !cost(parts(stored)).equals(now);
  }

  private static Matcher parts(String stored) {
    Matcher parts = FORM.matcher(stored);
    if (!parts.matches()) {
      throw new IllegalStateException("A stored password is no Argon2id hash");
    }
    return parts;
  }

  private static Cost cost(Matcher parts) {
    return new Cost(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  private static byte[] argon2id(String password, Cost cost, byte[] salt, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.passes())
            .withParallelism(LANES)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(
        PasswordRules.normalised(password).getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
