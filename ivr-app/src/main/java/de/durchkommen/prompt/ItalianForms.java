package de.durchkommen.prompt;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/**
 * Dates, times and codes as Italians say them on the telephone.
 *
 * <p>Days are cardinal but for the first, "martedì primo dicembre", "mercoledì due dicembre"
 * (Accademia della Crusca, Consulenza linguistica, "L'articolo con le date e le cifre", after L.
 * Serianni, Grammatica italiana). After a weekday they have no article, and the weekday needs no
 * preposition to answer "when?" (R. Fornaciari, Sintassi italiana dell'uso moderno, "Tempo", § 10).
 * So they stand unchanged after "fino a" and "prima di", and there are no cases. Numbers are ICU's
 * {@code %spellout-numbering}; its ordinals are not for dates.
 *
 * <p>Times have their preposition, which depends on the hour: "alle nove", "all'una", "a
 * mezzogiorno" (Fornaciari, "Tempo", § 11). After "fino" the same words mean "until". They are told
 * by the 24 hours, as on trains and television, with the part of the day until noon, since "alle
 * otto" by itself is an evening for many. Minutes are numbers, not "e mezza" or "meno un quarto".
 * Where the day is said too, an hour after midnight is told to be at its start: "mezzanotte di
 * martedì" is either end.
 */
final class ItalianForms implements SpokenForms {
  private static final Locale ITALIAN = Locale.ITALIAN;
  private static final int LAST_NUMBER = 59;
  private static final int NOON = 12;

  /** From this hour on it is morning, not night. */
  private static final int MORNING = 5;

  private static final String RULES = "%spellout-numbering";

  private static final List<String> NUMBERS = Spelling.upTo(LAST_NUMBER, ITALIAN, RULES);

  @Override
  public String date(LocalDate date, LocalDate today) {
    int number = date.getDayOfMonth();
    String day =
        "%s %s %s"
            .formatted(
                date.getDayOfWeek().getDisplayName(TextStyle.FULL, ITALIAN),
                number == 1 ? "primo" : NUMBERS.get(number),
                date.getMonth().getDisplayName(TextStyle.FULL, ITALIAN));
    return SpokenYears.understood(date, today)
        ? day
        : day + " " + Spelling.of(date.getYear(), ITALIAN, RULES);
  }

  @Override
  public String time(LocalTime time) {
    String minutes = time.getMinute() == 0 ? "" : " e " + NUMBERS.get(time.getMinute());
    return hour(time) + minutes + partOfDay(time.getHour());
  }

  @Override
  public String dateTime(LocalDateTime moment, LocalDate today) {
    String start = moment.getHour() == 0 ? ", all'inizio della giornata" : "";
    return date(moment.toLocalDate(), today) + start + ", " + time(moment.toLocalTime());
  }

  @Override
  public String digits(Digits digits) {
    return DigitGroups.spoken(digits, NUMBERS);
  }

  private static String hour(LocalTime time) {
    return switch (time.getHour()) {
      case 0 -> "a mezzanotte";
      case 1 -> "all'una";
      case NOON -> time.getMinute() == 0 ? "a mezzogiorno" : "alle dodici";
      default -> "alle " + NUMBERS.get(time.getHour());
    };
  }

  private static String partOfDay(int hour) {
    if (hour == 0 || hour >= NOON) {
      return "";
    }
    return hour < MORNING ? " di notte" : " del mattino";
  }
}
