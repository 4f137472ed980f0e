package de.durchkommen.booking;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What opens a hold: who has it can book, renew or give back the two seats, and nobody else.
 *
 * @param token random, 1 to 2^63 - 1, the same in both seats
 * @param firstSeat key of the seat for the first dose
 * @param secondSeat key of the seat for the second dose
 */
public record HoldKey(long token, long firstSeat, long secondSeat) {
  private static final int RADIX = 36;
  private static final Pattern TEXT =
      Pattern.compile("([0-9a-z]{1,13})-([0-9a-z]{1,13})-([0-9a-z]{1,13})");

  /** As other programs are given it: letters, digits and dashes. */
  public String text() {
    return String.join("-", digits(token), digits(firstSeat), digits(secondSeat));
  }

  /** The key with this {@link #text}; empty when that is none. */
  public static Optional<HoldKey> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      HoldKey key =
          new HoldKey(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
      return key.isPossible() ? Optional.of(key) : Optional.empty();
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  private boolean isPossible() {
    return token > 0 && firstSeat > 0 && secondSeat > 0;
  }

  private static String digits(long number) {
    return Long.toString(number, RADIX);
  }

  private static long number(String digits) {
    return Long.parseLong(digits, RADIX);
  }

  /** Without the token: a key does not belong in logs. */
  @Override
  public String toString() {
    return "HoldKey[…]";
  }
}
