package de.durchkommen.account;

import de.durchkommen.api.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an account and its owner may be called. */
public final class AccountName {
  /** Small letters, digits and dashes, a letter first; 2 to 40. */
  public static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

  /** The longest shown name, in characters. */
  public static final int LONGEST_SHOWN = 80;

  private static final Pattern SHOWN = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private AccountName() {}

  /** Whether people can be shown this as somebody's name. */
  public static boolean isShowable(String name) {
    return !name.isBlank()
        && name.codePointCount(0, name.length()) <= LONGEST_SHOWN
        && SHOWN.matcher(name).matches();
  }

  /** A name as it is looked up: typed in capitals or with a space behind it, it is the same. */
  static String asMeant(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /** What stands for a typed name where wrong tries are counted: 32 bytes. */
  public static byte[] hash(String meant) {
    return Sha256.of(meant.getBytes(StandardCharsets.UTF_8));
  }
}
