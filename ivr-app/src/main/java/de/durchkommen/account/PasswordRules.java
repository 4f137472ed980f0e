package de.durchkommen.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which passwords people may choose (after NIST SP 800-63B, section 3.1.1.2): long enough, not what
 * everybody takes first, not the account's name. No rules about capitals, digits or signs.
 */
final class PasswordRules {
  /** In characters (code points), normalised. */
  static final int SHORTEST = 10;

  static final int LONGEST = 128;

  private static final int FEWEST_DIFFERENT = 5;
  private static final int NAME_THAT_COUNTS = 4;

  /** Words with which, and digits and signs around them, the commonest passwords are made. */
  private static final Set<String> WORDS =
      Set.of(
          "passwort",
          "password",
          "kennwort",
          "geheim",
          "hallo",
          "willkommen",
          "welcome",
          "admin",
          "administrator",
          "supervisor",
          "agent",
          "start",
          "schatz",
          "iloveyou",
          "ichliebedich",
          "sommer",
          "winter",
          "herbst",
          "fruehling",
          "frühling",
          "hessen",
          "wiesbaden",
          "frankfurt",
          "kassel",
          "telefon",
          "hotline",
          "impfung",
          "impfen",
          "impfzentrum",
          "impftermin",
          "corona",
          "durchkommen",
          "letmein",
          "master",
          "dragon",
          "monkey",
          "fussball",
          "fußball",
          "football",
          "schalke",
          "borussia",
          "eintracht",
          "deutschland",
          "test",
          "computer",
          "changeme");

  /** Rows of keys, forwards; also looked for backwards. */
  private static final Set<String> ROWS =
      Set.of(
          "01234567890123456789",
          "abcdefghijklmnopqrstuvwxyz",
          "qwertzuiopü",
          "qwertyuiop",
          "asdfghjklöä",
          "1q2w3e4r5t6z7u8i9o0p",
          "1q2w3e4r5t6y7u8i9o0p",
          "1qaz2wsx3edc4rfv",
          "qayxswedcvfr",
          "116117116117116117",
          "112112112112");

  private PasswordRules() {}

  /** As it is hashed: however a keyboard composed its signs (NFKC), it is the same password. */
  static String normalised(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /**
   * What is wrong with a new password, as a German sentence; empty when nothing is.
   *
   * @param name of the account
   */
  static Optional<String> flaw(String name, String password) {
    String normal = normalised(password);
    int length = normal.codePointCount(0, normal.length());
    String small = normal.toLowerCase(Locale.ROOT);
    if (length < SHORTEST) {
      return Optional.of("Das Passwort muss mindestens " + SHORTEST + " Zeichen haben.");
    }
    if (length > LONGEST) {
      return Optional.of("Das Passwort darf höchstens " + LONGEST + " Zeichen haben.");
    }
    if (isNear(name, small)) {
      return Optional.of("Das Passwort darf den Namen des Kontos nicht enthalten.");
    }
    if (isCommon(small)) {
      return Optional.of(
          "Dieses Passwort ist leicht zu erraten. Nehmen Sie zum Beispiel vier Wörter, die nichts"
              + " miteinander zu tun haben.");
    }
    return Optional.empty();
  }

  private static boolean isNear(String name, String small) {
    String left = small.replace(name, "");
    return name.length() >= NAME_THAT_COUNTS
        ? left.length() < small.length()
        : left.length() < small.length() && left.length() < SHORTEST - NAME_THAT_COUNTS;
  }

  private static boolean isCommon(String small) {
    if (small.codePoints().distinct().count() < FEWEST_DIFFERENT) {
      return true;
    }
    String letters = small.replaceAll("[^\\p{L}]", "");
    String half = letters.substring(0, letters.length() / 2);
    return WORDS.contains(letters)
        || (letters.equals(half + half) && WORDS.contains(half))
        || inARow(small);
  }

  private static boolean inARow(String small) {
    String back = new StringBuilder(small).reverse().toString();
    return ROWS.stream().anyMatch(row -> row.contains(small) || row.contains(back));
  }
}
