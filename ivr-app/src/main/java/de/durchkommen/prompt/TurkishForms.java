package de.durchkommen.prompt;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Dates, times and codes as Turks say them on the telephone.
 *
 * <p>Days: "bir Aralık Salı günü", day and month before the weekday, the year between them, both
 * names with capitals (Türk Dil Kurumu, Yazım Kuralları, "Büyük Harflerin Kullanıldığı Yerler": "29
 * Mayıs 1453 Salı günü"). The "günü" at the end answers "when?". Numbers are cardinal, by ICU's
 * {@code %spellout-numbering}, in words apart (the same, "Sayıların Yazılışı").
 *
 * <p>Times answer "when?" in the locative, "saat on dörtte", and stand before "kadar" (until) in
 * the dative, "saat on dörde" (A. Göksel and C. Kerslake, Turkish: A Comprehensive Grammar,
 * chapters 2 and 3, for the endings). They are told by the 24 hours, as hospitals and stations do,
 * with the part of the day until noon. Minutes are numbers, not "buçuk" or "çeyrek kala", and have
 * a zero before a single digit: "on dört beş" is also the start of a larger number. After midnight
 * it is so many minutes past it, since "sıfır saat" is nobody's word. Where the day is said too, an
 * hour after midnight is told to be at its start: "gece yarısı" is either end.
 */
final class TurkishForms implements SpokenForms {
  private static final Locale TURKISH = Locale.of("tr");
  private static final int LAST_NUMBER = 59;
  private static final int TEN = 10;
  private static final int NOON = 12;

  /** From this hour on it is morning, not night. */
  private static final int MORNING = 5;

  private static final String RULES = "%spellout-numbering";

  private static final List<String> NUMBERS = Spelling.upTo(LAST_NUMBER, TURKISH, RULES);

  /** The form before "kadar", until. */
  private static final String DATIVE = "dative";

  @Override
  public String date(LocalDate date, LocalDate today) {
    String year =
        SpokenYears.understood(date, today)
            ? ""
            : " " + Spelling.of(date.getYear(), TURKISH, RULES);
    return "%s %s%s %s günü"
        .formatted(
            NUMBERS.get(date.getDayOfMonth()),
            date.getMonth().getDisplayName(TextStyle.FULL, TURKISH),
            year,
            date.getDayOfWeek().getDisplayName(TextStyle.FULL, TURKISH));
  }

  @Override
  public String time(LocalTime time) {
    return time.getHour() == 0 ? midnight(time) : TurkishEndings.locative(clock(time));
  }

  @Override
  public String dateTime(LocalDateTime moment, LocalDate today) {
    return day(moment, today) + time(moment.toLocalTime());
  }

  @Override
  public String digits(Digits digits) {
    return DigitGroups.spoken(digits, NUMBERS);
  }

  @Override
  public Map<String, String> cases(Object value, LocalDate today) {
    return switch (value) {
      // "gün", with the n between its own ending and that of the case.
      case LocalDate date -> Map.of(DATIVE, date(date, today) + "ne");
      case LocalTime time -> Map.of(DATIVE, until(time));
      case LocalDateTime moment -> Map.of(DATIVE, day(moment, today) + until(moment.toLocalTime()));
      default -> Map.of();
    };
  }

  private String day(LocalDateTime moment, LocalDate today) {
    String start = moment.getHour() == 0 ? ", gün başlarken" : "";
    return date(moment.toLocalDate(), today) + start + ", ";
  }

  private static String until(LocalTime time) {
    if (time.getHour() == 0 && time.getMinute() == 0) {
      return midnight(time) + "na";
    }
    return TurkishEndings.dative(time.getHour() == 0 ? midnight(time) : clock(time));
  }

  private static String midnight(LocalTime time) {
    int minute = time.getMinute();
    return minute == 0
        ? "gece yarısı"
        : "gece yarısını %s dakika geçe".formatted(NUMBERS.get(minute));
  }

  private static String clock(LocalTime time) {
    int minute = time.getMinute();
    String zero = minute < TEN ? "sıfır " : "";
    String minutes = minute == 0 ? "" : " " + zero + NUMBERS.get(minute);
    return partOfDay(time.getHour()) + "saat " + NUMBERS.get(time.getHour()) + minutes;
  }

  private static String partOfDay(int hour) {
    if (hour < MORNING) {
      return "gece ";
    }
    if (hour < NOON) {
      return "sabah ";
    }
    return hour == NOON ? "öğlen " : "";
  }
}
