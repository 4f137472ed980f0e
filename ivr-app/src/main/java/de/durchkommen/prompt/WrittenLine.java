package de.durchkommen.prompt;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/** A line of text for a printer that knows neither directions nor forms of letters. */
public final class WrittenLine {
  private static final int SHAPING =
      ArabicShaping.LETTERS_SHAPE
          | ArabicShaping.TEXT_DIRECTION_LOGICAL
          | ArabicShaping.LENGTH_GROW_SHRINK;

  private WrittenLine() {}

  /** Whether a language is written from right to left. */
  public static boolean isFromRight(Locale language) {
    return ULocale.forLocale(language).isRightToLeft();
  }

  /**
   * The letters from left to right as the eye sees them, Arabic ones in the forms that they have
   * beside each other.
   */
  public static String seen(String line, Locale language) {
    byte direction = isFromRight(language) ? Bidi.RTL : Bidi.LTR;
    var bidi = new Bidi();
    bidi.setPara(shaped(line), direction, null);
    return bidi.writeReordered(Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING);
  }

  private static String shaped(String line) {
    try {
      return new ArabicShaping(SHAPING).shape(line);
    } catch (ArabicShapingException e) {
      throw new IllegalArgumentException("Cannot be shaped: " + line, e);
    }
  }
}
