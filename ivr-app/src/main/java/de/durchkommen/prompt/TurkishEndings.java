package de.durchkommen.prompt;

/**
 * The case endings of Turkish words, as the last sounds of the word demand: "birde", "onda",
 * "üçte", and "bire", "altıya", "dörde".
 *
 * <p>The rules are those of A. Göksel and C. Kerslake, Turkish: A Comprehensive Grammar, 2.1 (a
 * final t is voiced before a vowel, in some words) and 3.2 (vowel harmony).
 */
final class TurkishEndings {
  private static final String BACK_VOWELS = "aıou";
  private static final String FRONT_VOWELS = "eiöü";

  /** After these a d becomes a t. */
  private static final String VOICELESS = "çfhkpsşt";

  /** The only number whose last sound changes before a vowel. */
  private static final String FOUR = "dört";

  private TurkishEndings() {}

  /** At a time: "on dörtte". */
  static String locative(String words) {
    return words + (VOICELESS.indexOf(last(words)) >= 0 ? "t" : "d") + vowel(words);
  }

  /** To, or until, a time: "on dörde". */
  static String dative(String words) {
    if (words.endsWith(FOUR)) {
      return words.substring(0, words.length() - 1) + "de";
    }
    boolean open = (BACK_VOWELS + FRONT_VOWELS).indexOf(last(words)) >= 0;
    return words + (open ? "y" : "") + vowel(words);
  }

  private static char last(String words) {
    return words.charAt(words.length() - 1);
  }

  /** The last vowel of the word decides. */
  private static String vowel(String words) {
    for (int i = words.length() - 1; i >= 0; i--) {
      if (BACK_VOWELS.indexOf(words.charAt(i)) >= 0) {
        return "a";
      }
      if (FRONT_VOWELS.indexOf(words.charAt(i)) >= 0) {
        return "e";
      }
    }
    throw new IllegalArgumentException("No vowel in: " + words);
  }
}
