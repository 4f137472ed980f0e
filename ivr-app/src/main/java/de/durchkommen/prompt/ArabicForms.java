package de.durchkommen.prompt;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Dates, times and codes as they are said on the telephone in Modern Standard Arabic.
 *
 * <p>Days: "يوم الثلاثاء الأول من ديسمبر", with an ordinal and "of" (K. Ryding, A Reference Grammar
 * of Modern Standard Arabic, Cambridge 2005, chapter 15, ordinals and dates). The month is told by
 * its name and by its number too: half of the Arab countries call December "كانون الأول", others
 * have French names, and all know the twelfth month, which is also what the letter has in figures.
 * Ordinals are ICU's, in the oblique case, which ICU does not have for the tens, and without its
 * second space.
 *
 * <p>Times: "الساعة التاسعة والنصف صباحًا", by the twelve hours with the part of the day, the hour
 * as an ordinal (Ryding, the same chapter, telling time). Half and quarter are said, since they are
 * only ever after the hour; "quarter to" is not. Twelve at night is midnight. Where the day is said
 * too, an hour after midnight is told to be at its start.
 *
 * <p>All words are the same, without their short endings, as an answer to "when?" and after "until"
 * or "before". Numbers have cases, since ICU's rules for them are wrong, see {@link ArabicNumbers}.
 */
final class ArabicForms implements SpokenForms {
  private static final Locale ARABIC = Locale.of("ar");
  private static final int LAST_DAY_OF_MONTH = 31;
  private static final int LAST_DIGIT = 9;
  private static final int TWO = 2;
  private static final int TEN = 10;
  private static final int NOON = 12;
  private static final int QUARTER = 15;
  private static final int HALF = 30;

  /** The hours from which on it is another part of the day. */
  private static final int MORNING = 5;

  private static final int AFTERNOON = 13;
  private static final int EVENING = 18;
  private static final int NIGHT = 22;

  private static final List<String> ORDINALS =
      ordinals(LAST_DAY_OF_MONTH, "%spellout-ordinal-masculine");

  private static final List<String> HOURS = ordinals(NOON, "%spellout-ordinal-feminine");

  private static final List<String> DIGITS =
      IntStream.rangeClosed(0, LAST_DIGIT).mapToObj(ArabicNumbers::genitive).toList();

  @Override
  public String date(LocalDate date, LocalDate today) {
    String year =
        SpokenYears.understood(date, today)
            ? ""
            : "، عام " + ArabicNumbers.genitive(date.getYear());
    return "يوم %s %s من %s، الشهر %s%s"
        .formatted(
            date.getDayOfWeek().getDisplayName(TextStyle.FULL, ARABIC),
            ORDINALS.get(date.getDayOfMonth()),
            date.getMonth().getDisplayName(TextStyle.FULL, ARABIC),
            ORDINALS.get(date.getMonthValue()),
            year);
  }

  @Override
  public String time(LocalTime time) {
    return "الساعة %s%s %s"
        .formatted(hour(time.getHour()), minutes(time.getMinute()), partOfDay(time.getHour()));
  }

  @Override
  public String dateTime(LocalDateTime moment, LocalDate today) {
    String start = moment.getHour() == 0 ? "، في بداية اليوم" : "";
    return date(moment.toLocalDate(), today) + start + "، " + time(moment.toLocalTime());
  }

  @Override
  public String digits(Digits digits) {
    return DigitGroups.spoken(digits, DIGITS);
  }

  @Override
  public Map<String, String> cases(Object value, LocalDate today) {
    return value instanceof Integer number
        ? Map.of(
            "nominative", ArabicNumbers.nominative(number),
            "genitive", ArabicNumbers.genitive(number),
            "feminine", ArabicNumbers.feminine(number))
        : Map.of();
  }

  private static List<String> ordinals(int last, String rules) {
    return Spelling.upTo(last, ARABIC, rules).stream()
        .map(words -> words.replace("ون", "ين").replaceAll(" +", " "))
        .toList();
  }

  private static String hour(int hour) {
    int onTheClock = hour % NOON == 0 ? NOON : hour % NOON;
    // One o'clock is "the one", not "the first".
    return onTheClock == 1 ? "الواحدة" : HOURS.get(onTheClock);
  }

  private static String minutes(int minute) {
    return switch (minute) {
      case 0 -> "";
      case 1 -> " ودقيقة واحدة";
      case TWO -> " ودقيقتين";
      case QUARTER -> " والربع";
      case HALF -> " والنصف";
      default ->
          " و%s %s".formatted(ArabicNumbers.feminine(minute), minute > TEN ? "دقيقة" : "دقائق");
    };
  }

  private static String partOfDay(int hour) {
    if (hour < MORNING || hour >= NIGHT) {
      return "ليلًا";
    }
    if (hour < NOON) {
      return "صباحًا";
    }
    if (hour < AFTERNOON) {
      return "ظهرًا";
    }
    return hour < EVENING ? "بعد الظهر" : "مساءً";
  }
}
