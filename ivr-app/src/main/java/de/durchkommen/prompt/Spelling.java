package de.durchkommen.prompt;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Numbers in words, by ICU's rules for a language. */
final class Spelling {
  private Spelling() {}

  /**
   * A number in words.
   *
   * @param rules the name of a rule set of the language, such as {@code %spellout-cardinal}
   * @throws IllegalArgumentException if the language has no such rule set
   */
  static String of(int number, Locale language, String rules) {
    var spelling = new RuleBasedNumberFormat(language, RuleBasedNumberFormat.SPELLOUT);
    // ICU puts soft hyphens between the parts of a number, at which engines stumble.
    return spelling.format(number, rules).replace("\u00ad", "");
  }

  /** The numbers from zero to the last one; to be kept, since ICU's formats are slow to make. */
  static List<String> upTo(int last, Locale language, String rules) {
    return IntStream.rangeClosed(0, last).mapToObj(number -> of(number, language, rules)).toList();
  }
}
