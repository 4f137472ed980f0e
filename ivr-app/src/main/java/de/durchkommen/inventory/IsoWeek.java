package de.durchkommen.inventory;

import de.durchkommen.api.Problem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * A week of ISO 8601, from Monday to Sunday.
 *
 * @param monday its first day
 */
record IsoWeek(LocalDate monday) {
  /** The week that this day is in. */
  static IsoWeek of(LocalDate day) {
    return new IsoWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /**
   * The week of this name, as {@code 2021-W03}.
   *
   * @throws Problem when there is none
   */
  static IsoWeek named(String name) {
    try {
      return new IsoWeek(LocalDate.parse(name + "-1", DateTimeFormatter.ISO_WEEK_DATE));
    } catch (DateTimeParseException e) {
      throw Problem.invalid("week has to be an ISO week, as 2021-W03");
    }
  }

  /** Its name, as {@code 2021-W03}. */
  String name() {
    String day = DateTimeFormatter.ISO_WEEK_DATE.format(monday);
    return day.substring(0, day.length() - "-1".length());
  }

  List<LocalDate> days() {
    return Stream.iterate(monday, day -> day.plusDays(1)).limit(7).toList();
  }
}
