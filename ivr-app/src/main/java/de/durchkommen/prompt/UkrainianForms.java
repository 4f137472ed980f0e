package de.durchkommen.prompt;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Dates, times and codes as Ukrainians say them on the telephone.
 *
 * <p>A weekday answers "when?" with "у" and the accusative ("у" rather than "в" after a pause and
 * before "вівторок": Український правопис 2019, "Чергування у — в"); a day of the month stands in
 * the genitive without a preposition, "першого грудня", and so does the year. Ordinals and years
 * are ICU's {@code %spellout-ordinal-masculine-genitive}: its {@code %spellout-numbering-year} has
 * cardinals, which no Ukrainian says for a year.
 *
 * <p>An hour is an ordinal in the locative after "о", "о дев'ятій годині", and "об" before a vowel
 * (Український правопис 2019, "о — об"). Minutes follow as a number with a zero before a single
 * one, and take the place of "годині": "о дев'ятій тридцять", "о чотирнадцятій нуль п'ять". The 24
 * hours are told, with the part of the day until noon, since "о дев'ятій" by itself is an evening
 * for many: "ночі" from one to three, "ранку" from four. The first hour of a day is "нульова", as
 * in timetables: "північ" with a day is either end of it. After "до" an hour is in the genitive; no
 * text needs another case of a day.
 *
 * <p>The apostrophe is the letter U+02BC, as ICU, the texts and the voice have it.
 */
final class UkrainianForms implements SpokenForms {
  private static final Locale UKRAINIAN = Locale.of("uk");
  private static final int LAST_DAY_OF_MONTH = 31;
  private static final int LAST_HOUR = 23;
  private static final int LAST_MINUTE = 59;
  private static final int TEN = 10;
  private static final int MORNING = 4;
  private static final int ELEVEN = 11;
  private static final int NOON = 12;

  private static final String GENITIVE = "%spellout-ordinal-masculine-genitive";

  private static final List<String> WEEKDAYS =
      List.of(
          "у понеділок",
          "у вівторок",
          "у середу",
          "у четвер",
          "у пʼятницю",
          "у суботу",
          "у неділю");

  private static final List<String> DAYS = Spelling.upTo(LAST_DAY_OF_MONTH, UKRAINIAN, GENITIVE);

  private static final List<String> HOURS =
      Spelling.upTo(LAST_HOUR, UKRAINIAN, "%spellout-ordinal-feminine-locative");

  private static final List<String> GENITIVE_HOURS =
      Spelling.upTo(LAST_HOUR, UKRAINIAN, "%spellout-ordinal-feminine-genitive");

  /** Of the feminine gender, as the minute is. */
  private static final List<String> MINUTES =
      Spelling.upTo(LAST_MINUTE, UKRAINIAN, "%spellout-cardinal-feminine");

  private static final List<String> DIGITS = Spelling.upTo(TEN, UKRAINIAN, "%spellout-numbering");

  @Override
  public String date(LocalDate date, LocalDate today) {
    String day =
        "%s, %s %s"
            .formatted(
                WEEKDAYS.get(date.getDayOfWeek().getValue() - 1),
                DAYS.get(date.getDayOfMonth()),
                date.getMonth().getDisplayName(TextStyle.FULL, UKRAINIAN));
    return SpokenYears.understood(date, today)
        ? day
        : day + " " + Spelling.of(date.getYear(), UKRAINIAN, GENITIVE) + " року";
  }

  @Override
  public String time(LocalTime time) {
    String preposition = time.getHour() == ELEVEN ? "об " : "о ";
    return preposition + onTheClock(time, HOURS, " годині");
  }

  @Override
  public String dateTime(LocalDateTime moment, LocalDate today) {
    return date(moment.toLocalDate(), today) + ", " + time(moment.toLocalTime());
  }

  @Override
  public String digits(Digits digits) {
    return DigitGroups.spoken(digits, DIGITS);
  }

  @Override
  public Map<String, String> cases(Object value, LocalDate today) {
    return value instanceof LocalTime time
        ? Map.of("genitive", onTheClock(time, GENITIVE_HOURS, " години"))
        : Map.of();
  }

  private static String onTheClock(LocalTime time, List<String> hours, String noun) {
    int minute = time.getMinute();
    String rest = minute == 0 ? noun : (minute < TEN ? " нуль " : " ") + MINUTES.get(minute);
    return hours.get(time.getHour()) + rest + partOfDay(time.getHour());
  }

  private static String partOfDay(int hour) {
    if (hour == 0 || hour > NOON) {
      return "";
    }
    if (hour == NOON) {
      return " дня";
    }
    return hour < MORNING ? " ночі" : " ранку";
  }
}
