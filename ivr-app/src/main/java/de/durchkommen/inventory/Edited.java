package de.durchkommen.inventory;

import de.durchkommen.api.Problem;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What two people may change at the same time: whoever changes it may say what they have seen, by
 * its entity tag (RFC 9110, 8.8.3). The tag is made of what it says, so the same said again has the
 * same tag.
 */
final class Edited {
  private static final int TAG_BYTES = 12;

  private Edited() {}

  /** An answer with its tag. */
  static Response tagged(Object now) {
    return Response.ok(now).tag(new EntityTag(tag(now))).build();
  }

  /**
   * Whether it is still what was seen.
   *
   * @param seen {@code If-Match}; null and {@code *} for whoever does not want to know
   */
  static boolean isSame(@Nullable String seen, Object now) {
    return seen == null || seen.equals("*") || seen.equals('"' + tag(now) + '"');
  }

  /** Somebody else was faster. */
  static Problem outdated() {
    return new Problem(
        409,
        "outdated",
        "Somebody else was faster",
        "It is not what you have seen any more, and nothing was changed now. Look at it, and say it"
            + " again with If-Match of that.");
  }

  private static String tag(Object now) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(now.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
