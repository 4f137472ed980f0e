package de.durchkommen.prompt;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Dates, times and codes as Germans say them on the telephone.
 *
 * <p>Days are in the dative, since a day is told with "am": "am Dienstag, dem ersten Dezember".
 * Ordinals and years are spelled by ICU's rules, because engines read "1." as the end of a sentence
 * or in the wrong case.
 *
 * <p>Times are "9 Uhr 30", never "halb zehn", which part of the country takes for something else.
 * The hour one is spelled: engines say "eins Uhr" for "1 Uhr".
 *
 * <p>Codes: a pause after each digit so that they can be written down, a longer one after each
 * group. With SVOX Pico a comma is a pause of 0.3 s, a full stop one of 0.6 s. Groups have three
 * digits, as memory and telephone numbers have them; a single one left over joins the last group,
 * so that six digits are 3-3 and ten are 3-3-4. Two is "zwo": on a telephone, and with a hearing
 * that has lost its high notes, "zwei" and "drei" sound the same, and nothing else in a code tells
 * them apart. The citizens who are called here grew up with that form.
 */
final class GermanForms implements SpokenForms {
  private static final Locale GERMAN = Locale.GERMAN;
  private static final int LAST_DAY_OF_MONTH = 31;

  /** Years after this one that are understood without being said. */
  private static final int YEARS_UNDERSTOOD = 1;

  private static final int GROUP = 3;
  private static final String PAUSE = ", ";
  private static final String LONG_PAUSE = ". ";

  private static final List<String> DIGITS =
      List.of("null", "eins", "zwo", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun");

  /** By day of month, from 0 on; kept because ICU's formats are not for many threads. */
  private static final List<String> ORDINALS =
      IntStream.rangeClosed(0, LAST_DAY_OF_MONTH)
          .mapToObj(day -> spelled(day, "%spellout-ordinal-dative-definite"))
          .toList();

  @Override
  public String date(LocalDate date, LocalDate today) {
    String day =
        "%s, dem %s %s"
            .formatted(
                date.getDayOfWeek().getDisplayName(TextStyle.FULL, GERMAN),
                ORDINALS.get(date.getDayOfMonth()),
                date.getMonth().getDisplayName(TextStyle.FULL, GERMAN));
    int ahead = date.getYear() - today.getYear();
    boolean understood = ahead >= 0 && ahead <= YEARS_UNDERSTOOD;
    return understood ? day : day + " " + spelled(date.getYear(), "%spellout-numbering-year");
  }

  @Override
  public String time(LocalTime time) {
    String hour = time.getHour() == 1 ? "ein" : Integer.toString(time.getHour());
    return time.getMinute() == 0 ? hour + " Uhr" : hour + " Uhr " + time.getMinute();
  }

  @Override
  public String dateTime(LocalDateTime moment, LocalDate today) {
    return date(moment.toLocalDate(), today) + ", um " + time(moment.toLocalTime());
  }

  @Override
  public String digits(Digits digits) {
    return groups(digits.value()).stream()
        .map(GermanForms::spokenGroup)
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

  private static String spokenGroup(String group) {
    return group
        .chars()
        .mapToObj(digit -> DIGITS.get(digit - '0'))
        .collect(Collectors.joining(PAUSE));
  }

  private static String spelled(int number, String rules) {
    var spelling = new RuleBasedNumberFormat(GERMAN, RuleBasedNumberFormat.SPELLOUT);
    // ICU puts soft hyphens between the parts of a number, at which engines stumble.
    return spelling.format(number, rules).replace("\u00ad", "");
  }
}
