package de.durchkommen.prompt;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/**
 * Dates, times and codes as British people say them on the telephone.
 *
 * <p>Days: "Tuesday, the first of December", in the British order with a comma after the weekday
 * (New Hart's Rules, Oxford University Press, 11.5 "Date forms"), and with the "the" and "of" that
 * are said, though not written. The texts put "on", "until" or "before" before it; no preposition
 * changes the words, so there are no cases. Ordinals are ICU's {@code %spellout-ordinal-verbose}.
 * Years are ICU's {@code %spellout-numbering-year}, "nineteen thirty-eight", but for 2001 to 2009:
 * there ICU has the American "two thousand nine" for "two thousand and nine".
 *
 * <p>Times are told by the twelve-hour clock with the part of the day, so that nobody takes a
 * morning for an evening: "nine thirty in the morning", "two oh five in the afternoon". Never "half
 * nine": it is half past nine in Britain, and in Germany, where these callers live, half past
 * eight. Twelve is "noon" or "midnight", since nobody agrees on what 12 a.m. is. Where the day is
 * said too, an hour after midnight is told to be at its start: "midnight on Tuesday" is either end.
 *
 * <p>Digits have "zero", which is also the name of the key, not "oh", which is a letter too.
 */
final class EnglishForms implements SpokenForms {
  private static final Locale BRITISH = Locale.UK;
  private static final int LAST_DAY_OF_MONTH = 31;
  private static final int LAST_MINUTE = 59;
  private static final int TEN = 10;
  private static final int NOON = 12;
  private static final int EVENING = 18;
  private static final int NIGHT = 22;

  /** The last year that is told as thousands and the rest: 2010 is "twenty ten". */
  private static final int LAST_IN_THOUSANDS = 2009;

  private static final int MILLENNIUM = 2000;

  private static final String CARDINAL = "%spellout-cardinal-verbose";

  private static final List<String> NUMBERS = Spelling.upTo(LAST_MINUTE, BRITISH, CARDINAL);

  private static final List<String> ORDINALS =
      Spelling.upTo(LAST_DAY_OF_MONTH, BRITISH, "%spellout-ordinal-verbose");

  @Override
  public String date(LocalDate date, LocalDate today) {
    String day =
        "%s, the %s of %s"
            .formatted(
                date.getDayOfWeek().getDisplayName(TextStyle.FULL, BRITISH),
                ORDINALS.get(date.getDayOfMonth()),
                date.getMonth().getDisplayName(TextStyle.FULL, BRITISH));
    return SpokenYears.understood(date, today) ? day : day + " " + year(date.getYear());
  }

  @Override
  public String time(LocalTime time) {
    int hour = time.getHour();
    int minute = time.getMinute();
    if (hour == 0) {
      return afterMidnight(minute);
    }
    if (hour == NOON && minute == 0) {
      return "twelve noon";
    }
    String onTheClock = NUMBERS.get(hour > NOON ? hour - NOON : hour);
    return "%s %s %s".formatted(onTheClock, minutes(minute), partOfDay(hour));
  }

  @Override
  public String dateTime(LocalDateTime moment, LocalDate today) {
    String start = moment.getHour() == 0 ? ", at the start of the day" : "";
    return date(moment.toLocalDate(), today) + start + ", at " + time(moment.toLocalTime());
  }

  @Override
  public String digits(Digits digits) {
    return DigitGroups.spoken(digits, NUMBERS);
  }

  private static String year(int year) {
    boolean inThousands = year > MILLENNIUM && year <= LAST_IN_THOUSANDS;
    return Spelling.of(year, BRITISH, inThousands ? CARDINAL : "%spellout-numbering-year");
  }

  private static String afterMidnight(int minute) {
    return switch (minute) {
      case 0 -> "midnight";
      case 1 -> "one minute past midnight";
      default -> NUMBERS.get(minute) + " minutes past midnight";
    };
  }

  private static String minutes(int minute) {
    if (minute == 0) {
      return "o'clock";
    }
    return minute < TEN ? "oh " + NUMBERS.get(minute) : NUMBERS.get(minute);
  }

  private static String partOfDay(int hour) {
    if (hour < NOON) {
      return "in the morning";
    }
    if (hour < EVENING) {
      return "in the afternoon";
    }
    return hour < NIGHT ? "in the evening" : "at night";
  }
}
