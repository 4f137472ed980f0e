package de.durchkommen.prompt;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers in Arabic words.
 *
 * <p>Not by ICU, whose rules for Arabic (CLDR 49) are wrong in most that matters: "إحدى عشر" for
 * both genders of eleven, "إثنان" with a hamza, "ثلاثة مائة" for three hundred, no oblique case, no
 * numbers from three to ten without ة, which all feminine nouns need.
 *
 * <p>The rules here are those of K. Ryding, A Reference Grammar of Modern Standard Arabic
 * (Cambridge 2005), chapter 15: one and two agree with what is counted, three to ten have the other
 * gender, eleven and twelve agree in both parts, from thirteen on the units have the other gender
 * and ten agrees; units stand before tens, and all else is joined by "and". Hundreds are written as
 * one word, and without the silent alif, which misleads voices: "ثلاثمئة". No endings are written
 * that are not said at a pause.
 */
final class ArabicNumbers {
  private static final int TEN = 10;
  private static final int TWENTY = 20;
  private static final int HUNDRED = 100;
  private static final int THOUSAND = 1_000;
  private static final int TWO = 2;
  private static final int EIGHT = 8;
  private static final int ELEVEN = 11;
  private static final int TWELVE = 12;
  private static final String AND = " و";

  /** Numbers up to ten as feminine nouns have them. */
  private static final List<String> SHORT =
      List.of("صفر", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر");

  /** Numbers up to ten as masculine nouns have them, and as they are counted. */
  private static final List<String> LONG =
      List.of(
          "صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة",
          "عشرة");

  /** Tens without their ending, which depends on the case. */
  private static final List<String> TENS =
      List.of("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع");

  private static final List<String> HUNDREDS =
      List.of(
          "", "مئة", "مئت", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة");

  private ArabicNumbers() {}

  /**
   * A number by itself, or before a masculine noun, as a subject: "خمسة وعشرون".
   *
   * @param number from 0 to 999,999
   */
  static String nominative(int number) {
    return new Case(false, "ون", "ان").words(number);
  }

  /** The same after a preposition or a verb: "خمسة وعشرين". */
  static String genitive(int number) {
    return new Case(false, "ين", "ين").words(number);
  }

  /** After a preposition, before a feminine noun: "خمس وعشرين". */
  static String feminine(int number) {
    return new Case(true, "ين", "ين").words(number);
  }

  /**
   * Gender and case of a number.
   *
   * @param feminine whether what is counted is
   * @param plural ending of the tens
   * @param dual ending of two, and of the words for two hundred and two thousand
   */
  private record Case(boolean feminine, String plural, String dual) {
    String words(int number) {
      if (number < 0 || number >= THOUSAND * THOUSAND) {
        throw new IllegalArgumentException("No words for " + number);
      }
      if (number == 0) {
        return LONG.getFirst();
      }
      List<String> parts = new ArrayList<>();
      if (number >= THOUSAND) {
        parts.add(thousands(number / THOUSAND));
      }
      if (number % THOUSAND >= HUNDRED) {
        parts.add(hundreds(number % THOUSAND / HUNDRED));
      }
      if (number % HUNDRED > 0) {
        parts.add(belowHundred(number % HUNDRED));
      }
      return String.join(AND, parts);
    }

    private String thousands(int count) {
      if (count == 1) {
        return "ألف";
      }
      if (count == TWO) {
        return "ألف" + dual;
      }
      // A thousand is masculine, whatever there is a thousand of.
      String words = new Case(false, plural, dual).words(count);
      int last = count % HUNDRED;
      if (last > TWO && last <= TEN) {
        return words + " آلاف";
      }
      return words + (last > TEN ? " ألفًا" : " ألف");
    }

    private String hundreds(int count) {
      return count == TWO ? HUNDREDS.get(count) + dual : HUNDREDS.get(count);
    }

    private String belowHundred(int number) {
      if (number <= TEN) {
        return unit(number);
      }
      if (number < TWENTY) {
        return teen(number);
      }
      String tens = TENS.get(number / TEN) + plural;
      int unit = number % TEN;
      if (unit == 0) {
        return tens;
      }
      return unitBeforeTens(unit) + AND + tens;
    }

    private String unitBeforeTens(int unit) {
      return switch (unit) {
        case 1 -> feminine ? "إحدى" : unit(1);
        // By itself the word for eight ends in n, which is heard.
        case EIGHT -> feminine ? "ثمانٍ" : unit(EIGHT);
        default -> unit(unit);
      };
    }

    private String teen(int number) {
      String ten = feminine ? "عشرة" : "عشر";
      return switch (number) {
        case ELEVEN -> (feminine ? "إحدى " : "أحد ") + ten;
        // Two loses its n before ten.
        case TWELVE -> unit(TWO).substring(0, unit(TWO).length() - 1) + " " + ten;
        default -> unit(number - TEN) + " " + ten;
      };
    }

    private String unit(int number) {
      String word = (feminine ? SHORT : LONG).get(number);
      return number == TWO ? word.substring(0, word.length() - dual.length()) + dual : word;
    }
  }
}
