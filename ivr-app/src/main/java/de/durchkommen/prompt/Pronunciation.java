package de.durchkommen.prompt;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that engines say wrongly, and how to write them for engines. Immutable.
 *
 * <p>Whole words only, and as written: "116117" is replaced in "die 116117.", not in "01161179".
 * The longest entry that fits wins.
 */
public final class Pronunciation {
  /** Leaves everything as it is. */
  public static final Pronunciation NONE = new Pronunciation(Map.of());

  private static final String WORD = "[\\p{L}\\p{M}\\p{N}]";

  private final Map<String, String> spellings;
  private final Pattern written;

  Pronunciation(Map<String, String> spellings) {
    this.spellings = Map.copyOf(spellings);
    this.written =
        Pattern.compile(
            spellings.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<!" + WORD + ")(?:", ")(?!" + WORD + ")")));
  }

  /** The text as an engine should get it. */
  public String applied(String text) {
    if (spellings.isEmpty()) {
      return text;
    }
    return written
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(spellings.getOrDefault(found.group(), "")));
  }
}
