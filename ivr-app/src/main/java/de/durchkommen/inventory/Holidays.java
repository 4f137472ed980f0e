package de.durchkommen.inventory;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The public holidays of Hessen, by § 1 of the Hessisches Feiertagsgesetz (HFeiertagsG), except
 * that every Sunday is one by that law: whether a centre opens on Sundays is a matter of its hours.
 *
 * <p>A library for this would bring XML binding and logging into the application, in which the
 * server has its own ways, for ten dates; the test holds them against one (Jollyday) instead.
 */
final class Holidays {
  private Holidays() {}

  static boolean isHoliday(LocalDate day) {
    return of(day.getYear()).contains(day);
  }

  /** Those of a year of the Gregorian calendar. */
  static Set<LocalDate> of(int year) {
    return named(year).keySet();
  }

  /** The same with their names in German. */
  static SortedMap<LocalDate, String> named(int year) {
    LocalDate easter = easterSunday(year);
    SortedMap<LocalDate, String> days = new TreeMap<>();
    days.put(LocalDate.of(year, 1, 1), "Neujahr");
    days.put(easter.minusDays(2), "Karfreitag");
    days.put(easter.plusDays(1), "Ostermontag");
    days.put(LocalDate.of(year, 5, 1), "Tag der Arbeit");
    days.put(easter.plusDays(39), "Christi Himmelfahrt");
    days.put(easter.plusDays(50), "Pfingstmontag");
    days.put(easter.plusDays(60), "Fronleichnam");
    days.put(LocalDate.of(year, 10, 3), "Tag der Deutschen Einheit");
    days.put(LocalDate.of(year, 12, 25), "1. Weihnachtstag");
    days.put(LocalDate.of(year, 12, 26), "2. Weihnachtstag");
    return days;
  }

  /**
   * The anonymous Gregorian algorithm (Nature, 20 April 1876), with the names that Jean Meeus gives
   * its numbers in "Astronomical Algorithms", chapter 8; right for every year from 1583 on.
   */
  static LocalDate easterSunday(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int f = (b + 8) / 25;
    int g = (b - f + 1) / 3;
    int h = (19 * a + b - b / 4 - g + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int monthAndDay = h + l - 7 * m + 114;
    return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
  }
}
