package de.durchkommen.api;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a request in logs and in the history. The client's own when it is well-formed, else
 * drawn; in either case the answer has it, and a resource finds it in the header {@value #HEADER}.
 */
public final class RequestId {
  /** Where it stands, in the request and in the answer. */
  public static final String HEADER = "X-Request-Id";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int DIGITS = 36;

  private RequestId() {}

  /** The given one, or a new one. */
  static String of(@Nullable String given, RandomGenerator random) {
    return given != null && FORM.matcher(given).matches() ? given : drawn(random);
  }

  /** A new one. */
  static String drawn(RandomGenerator random) {
    return Long.toUnsignedString(random.nextLong(), DIGITS);
  }
}
