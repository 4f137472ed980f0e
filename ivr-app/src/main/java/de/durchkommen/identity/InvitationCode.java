package de.durchkommen.identity;

import java.util.Optional;

/**
 * The code in an invitation letter: ten digits, not starting with 0, the last one a check digit by
 * Damm's method, which finds every single wrong digit and every swap of neighbours (H. Michael
 * Damm, "Total anti-symmetrische Quasigruppen", Marburg 2004).
 *
 * @param digits ten digits with a right check digit
 */
public record InvitationCode(String digits) {
  /** Number of digits with the check digit. */
  public static final int LENGTH = 10;

  private static final int[][] QUASIGROUP = {
    {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
    {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
    {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
    {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
    {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
    {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
    {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
    {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
    {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
    {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
  };

  /** Refuses what {@link #parse} refuses. */
  public InvitationCode {
    if (!valid(digits)) {
      throw new IllegalArgumentException("Not an invitation code: check digit or length is wrong");
    }
  }

  /** The code keyed by somebody; empty when its length or its check digit is wrong. */
  public static Optional<InvitationCode> parse(String keyed) {
    return valid(keyed) ? Optional.of(new InvitationCode(keyed)) : Optional.empty();
  }

  /**
   * Completes a code.
   *
   * @param nine nine digits, the first not 0
   */
  public static InvitationCode withCheckDigit(String nine) {
    return new InvitationCode(nine + interim(nine));
  }

  private static boolean valid(String digits) {
    return digits.matches("[1-9][0-9]{9}") && interim(digits) == 0;
  }

  private static int interim(String digits) {
    int interim = 0;
    for (int i = 0; i < digits.length(); i++) {
      interim = QUASIGROUP[interim][digits.charAt(i) - '0'];
    }
    return interim;
  }

  /** Without the digits: codes do not belong in logs. */
  @Override
  public String toString() {
    return "InvitationCode[…]";
  }
}
