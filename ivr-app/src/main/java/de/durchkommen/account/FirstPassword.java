package de.durchkommen.account;

import java.util.random.RandomGenerator;

/** Passwords that are drawn for somebody, who has to change them at the first login. */
public final class FirstPassword {
  /** No letters and digits that look alike, on paper or by telephone. */
  private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int IN_A_GROUP = 4;

  private FirstPassword() {}

  /** A new one, as {@code k7pm-x2nd-9cqw-hb4t}: 79 random bits. */
  public static String drawn(RandomGenerator random) {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < GROUPS * IN_A_GROUP; i++) {
      password
          .append(i > 0 && i % IN_A_GROUP == 0 ? "-" : "")
          .append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return password.toString();
  }
}
