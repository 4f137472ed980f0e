package de.durchkommen.prompt;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The numbers of a language as one reads them out. Safe for use by many threads. */
final class NumberWords {
  /** Numbers from here on are made of the words for smaller ones. */
  static final int COMPOUND = 101;

  /** The last one that is looked at: nobody is told a larger one in these sentences. */
  static final int LAST = 1_999;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Map<Locale, NumberWords> BY_LANGUAGE = new ConcurrentHashMap<>();

  private final RuleBasedNumberFormat format;
  private final Map<Integer, String> spelled = new ConcurrentHashMap<>();
  private final Set<String> compounds;

  private NumberWords(Locale language) {
    this.format = new RuleBasedNumberFormat(language, RuleBasedNumberFormat.SPELLOUT);
    this.compounds =
        IntStream.rangeClosed(COMPOUND, LAST)
            .mapToObj(this::spelled)
            .filter(words -> WORD.matcher(words).matches())
            .collect(Collectors.toUnmodifiableSet());
  }

  static NumberWords of(Locale language) {
    return BY_LANGUAGE.computeIfAbsent(language, NumberWords::new);
  }

  /** A number from 0 to {@link #LAST} in words. */
  String spelled(int number) {
    return spelled.computeIfAbsent(number, this::formatted);
  }

  /** ICU's formats are not for many threads. */
  private synchronized String formatted(int number) {
    return format.format(number).replace("\u00ad", "");
  }

  /** Whether a word is several numbers written together, as "einhundertdrei". */
  boolean isCompound(String word) {
    return compounds.contains(word);
  }
}
