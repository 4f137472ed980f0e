package de.durchkommen.prompt;

import java.time.LocalDate;

/** When a year has to be said. */
final class SpokenYears {
  /** Years after this one that are understood without being said. */
  private static final int UNDERSTOOD = 1;

  private SpokenYears() {}

  /** Whether everybody knows which year is meant: this one and the next need not be said. */
  static boolean understood(LocalDate date, LocalDate today) {
    int ahead = date.getYear() - today.getYear();
    return ahead >= 0 && ahead <= UNDERSTOOD;
  }
}
