package de.durchkommen.prompt;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

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
 * <p>In codes two is "zwo": on a telephone, and with a hearing that has lost its high notes, "zwei"
 * and "drei" sound the same, and nothing else in a code tells them apart. The citizens who are
 * called here grew up with that form.
 */
final class GermanForms implements SpokenForms {
  private static final Locale GERMAN = Locale.GERMAN;
  private static final int LAST_DAY_OF_MONTH = 31;

  private static final List<String> DIGITS =
      List.of("null", "eins", "zwo", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun");

  private static final List<String> ORDINALS =
      Spelling.upTo(LAST_DAY_OF_MONTH, GERMAN, "%spellout-ordinal-dative-definite");

  @Override
  public String date(LocalDate date, LocalDate today) {
    String day =
        "%s, dem %s %s"
            .formatted(
                date.getDayOfWeek().getDisplayName(TextStyle.FULL, GERMAN),
                ORDINALS.get(date.getDayOfMonth()),
                date.getMonth().getDisplayName(TextStyle.FULL, GERMAN));
    return SpokenYears.understood(date, today)
        ? day
        : day + " " + Spelling.of(date.getYear(), GERMAN, "%spellout-numbering-year");
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
    return DigitGroups.spoken(digits, DIGITS);
  }
}
