package de.durchkommen.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A code digit by digit, with a pause after each so that it can be written down, and a longer one
 * after each group.
 *
 * <p>Groups have three digits, as memory and telephone numbers have them; a single one left over
 * joins the last group, so that six digits are 3-3 and ten are 3-3-4. With SVOX Pico a comma is a
 * pause of 0.3 s, a full stop one of 0.6 s.
 */
final class DigitGroups {
  private static final int GROUP = 3;
  private static final String PAUSE = ", ";
  private static final String LONG_PAUSE = ". ";

  private DigitGroups() {}

  /**
   * The code in words.
   *
   * @param words for the digits from 0 to 9
   */
  static String spoken(Digits digits, List<String> words) {
    return groups(digits.value()).stream()
        .map(group -> spokenGroup(group, words))
        .collect(Collectors.joining(LONG_PAUSE));
  }

  private static List<String> groups(String code) {
    List<String> groups = new ArrayList<>();
    int from = 0;
    while (code.length() - from > GROUP + 1) {
      groups.add(code.substring(from, from + GROUP));
      from += GROUP;
    }
    groups.add(code.substring(from));
    return groups;
  }

  private static String spokenGroup(String group, List<String> words) {
    return group
        .chars()
        .mapToObj(digit -> words.get(digit - '0'))
        .collect(Collectors.joining(PAUSE));
  }
}
