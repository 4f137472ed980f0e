package de.durchkommen.prompt;

import com.ibm.icu.text.PluralRules;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Dates, times and codes as Russians say them on the telephone.
 *
 * <p>A weekday answers "when?" with "в" and the accusative, which becomes "во" before "вторник"; a
 * day of the month stands in the genitive without a preposition, "первого декабря", and so does the
 * year (Русская грамматика, АН СССР 1980, vol. II, "родительный даты"). Ordinals are ICU's {@code
 * %spellout-ordinal-neuter-genitive}, years its {@code %spellout-numbering-year}.
 *
 * <p>Times are full, "в девять часов тридцать минут", with hours in the masculine and minutes in
 * the feminine, after CLDR's plural rules. They are told by the 24 hours, with the part of the day
 * until noon, since "в девять часов" by itself is an evening for many: "ночи" from one to three,
 * "утра" from four. The first hour of a day is "ноль часов", as in timetables: "полночь" with a day
 * is either end of it. After "до" a time is in the genitive; no text needs another case of a day.
 *
 * <p>ICU writes "е" for "ё", which is right (Правила русской орфографии и пунктуации, ed. Лопатин,
 * 2006, § 5), but engines stress it wrongly: the pronunciation list puts "ё" back.
 */
final class RussianForms implements SpokenForms {
  private static final Locale RUSSIAN = Locale.of("ru");
  private static final int LAST_DAY_OF_MONTH = 31;
  private static final int LAST_NUMBER = 59;
  private static final int MORNING = 4;
  private static final int NOON = 12;

  private static final List<String> WEEKDAYS =
      List.of(
          "в понедельник",
          "во вторник",
          "в среду",
          "в четверг",
          "в пятницу",
          "в субботу",
          "в воскресенье");

  private static final List<String> DAYS =
      Spelling.upTo(LAST_DAY_OF_MONTH, RUSSIAN, "%spellout-ordinal-neuter-genitive");

  private static final List<String> DIGITS = Spelling.upTo(9, RUSSIAN, "%spellout-numbering");

  private static final Counted HOURS =
      Counted.of("%spellout-cardinal-masculine-accusative", "час", "часа", "часов");
  private static final Counted MINUTES =
      Counted.of("%spellout-cardinal-feminine-accusative", "минуту", "минуты", "минут");
  private static final Counted GENITIVE_HOURS =
      Counted.of("%spellout-cardinal-masculine-genitive", "часа", "часов", "часов");
  private static final Counted GENITIVE_MINUTES =
      Counted.of("%spellout-cardinal-feminine-genitive", "минуты", "минут", "минут");

  @Override
  public String date(LocalDate date, LocalDate today) {
    String day =
        "%s, %s %s"
            .formatted(
                WEEKDAYS.get(date.getDayOfWeek().getValue() - 1),
                DAYS.get(date.getDayOfMonth()),
                date.getMonth().getDisplayName(TextStyle.FULL, RUSSIAN));
    return SpokenYears.understood(date, today) ? day : day + " " + year(date.getYear());
  }

  @Override
  public String time(LocalTime time) {
    return "в " + onTheClock(time, HOURS, MINUTES);
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
        ? Map.of("genitive", onTheClock(time, GENITIVE_HOURS, GENITIVE_MINUTES))
        : Map.of();
  }

  private static String year(int year) {
    return Spelling.of(year, RUSSIAN, "%spellout-numbering-year") + " года";
  }

  private static String onTheClock(LocalTime time, Counted hours, Counted minutes) {
    int hour = time.getHour();
    // "В час", not "в один час".
    String said = hour == 1 ? hours.noun(1) : hours.spoken(hour);
    String rest = time.getMinute() == 0 ? "" : " " + minutes.spoken(time.getMinute());
    return said + rest + partOfDay(hour);
  }

  private static String partOfDay(int hour) {
    if (hour == 0 || hour > NOON) {
      return "";
    }
    if (hour == NOON) {
      return " дня";
    }
    return hour < MORNING ? " ночи" : " утра";
  }

  /** A noun after numbers, in one case. */
  private record Counted(List<String> numbers, String one, String few, String many) {
    private static final PluralRules RULES = PluralRules.forLocale(RUSSIAN);

    static Counted of(String rules, String one, String few, String many) {
      return new Counted(Spelling.upTo(LAST_NUMBER, RUSSIAN, rules), one, few, many);
    }

    String spoken(int number) {
      return numbers.get(number) + " " + noun(number);
    }

    String noun(int number) {
      return switch (RULES.select(number)) {
        case PluralRules.KEYWORD_ONE -> one;
        case PluralRules.KEYWORD_FEW -> few;
        default -> many;
      };
    }
  }
}
