package de.durchkommen.prompt;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Dates, times and codes as Poles say them on the telephone.
 *
 * <p>A weekday answers "when?" with "w" and the accusative, "we" before "wtorek"; a day of the
 * month stands in the genitive without a preposition, "pierwszego grudnia", and so does the year,
 * of which only the last two parts are ordinals (Słownik języka polskiego PWN, Poradnia językowa,
 * "daty"). Days are ICU's {@code %spellout-ordinal-masculine-genitive}, years its {@code
 * %spellout-numbering-year}, whose fiftieth, sixtieth and ninetieth are misspelled
 * ("piętdziesiąty", "szesdziesiąty") and are put right here.
 *
 * <p>An hour is an ordinal, "o godzinie dziewiątej trzydzieści", and the minutes are a number, with
 * a zero before a single one: "czternastej zero pięć". The 24 hours are told, with the part of the
 * day until noon, since "o dziewiątej" by itself is an evening for many: "w nocy" from one to
 * three, "rano" from four. An ordinal of this gender is the same in the locative and the genitive,
 * so only the words before it change after "do"; no text needs another case of a day. Where the day
 * is said too, midnight is told to be at its start: "o północy we wtorek" is either end.
 */
final class PolishForms implements SpokenForms {
  private static final Locale POLISH = Locale.of("pl");
  private static final int LAST_DAY_OF_MONTH = 31;
  private static final int LAST_HOUR = 23;
  private static final int LAST_MINUTE = 59;
  private static final int TEN = 10;
  private static final int MORNING = 4;
  private static final int NOON = 12;

  private static final List<String> WEEKDAYS =
      List.of(
          "w poniedziałek",
          "we wtorek",
          "w środę",
          "w czwartek",
          "w piątek",
          "w sobotę",
          "w niedzielę");

  private static final List<String> DAYS =
      Spelling.upTo(LAST_DAY_OF_MONTH, POLISH, "%spellout-ordinal-masculine-genitive");

  private static final List<String> HOURS =
      Spelling.upTo(LAST_HOUR, POLISH, "%spellout-ordinal-feminine-genitive");

  private static final List<String> NUMBERS =
      Spelling.upTo(LAST_MINUTE, POLISH, "%spellout-numbering");

  @Override
  public String date(LocalDate date, LocalDate today) {
    String day =
        "%s, %s %s"
            .formatted(
                WEEKDAYS.get(date.getDayOfWeek().getValue() - 1),
                DAYS.get(date.getDayOfMonth()),
                date.getMonth().getDisplayName(TextStyle.FULL, POLISH));
    return SpokenYears.understood(date, today) ? day : day + " " + year(date.getYear());
  }

  @Override
  public String time(LocalTime time) {
    return isMidnight(time) ? "o północy" : "o godzinie " + onTheClock(time);
  }

  @Override
  public String dateTime(LocalDateTime moment, LocalDate today) {
    LocalTime time = moment.toLocalTime();
    String start = isMidnight(time) ? ", na początku dnia" : "";
    return date(moment.toLocalDate(), today) + start + ", " + time(time);
  }

  @Override
  public String digits(Digits digits) {
    return DigitGroups.spoken(digits, NUMBERS);
  }

  @Override
  public Map<String, String> cases(Object value, LocalDate today) {
    return value instanceof LocalTime time ? Map.of("genitive", genitive(time)) : Map.of();
  }

  private static String year(int year) {
    String spelled = Spelling.of(year, POLISH, "%spellout-numbering-year");
    return spelled.replace("ętdziesiąt", "ęćdziesiąt").replace("szesdz", "sześćdz") + " roku";
  }

  private static String genitive(LocalTime time) {
    return isMidnight(time) ? "północy" : "godziny " + onTheClock(time);
  }

  private static boolean isMidnight(LocalTime time) {
    return time.getHour() == 0 && time.getMinute() == 0;
  }

  private static String onTheClock(LocalTime time) {
    int minute = time.getMinute();
    String rest = minute == 0 ? "" : (minute < TEN ? " zero " : " ") + NUMBERS.get(minute);
    return HOURS.get(time.getHour()) + rest + partOfDay(time.getHour(), minute);
  }

  private static String partOfDay(int hour, int minute) {
    if (hour == NOON && minute == 0) {
      return " w południe";
    }
    if (hour >= NOON) {
      return "";
    }
    return hour < MORNING ? " w nocy" : " rano";
  }
}
