package de.durchkommen.prompt;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/** How one language says dates, times and codes. Safe for use by many threads. */
interface SpokenForms {
  /**
   * A day in the form that follows "am" and its like.
   *
   * @param today decides whether the year has to be said
   */
  String date(LocalDate date, LocalDate today);

  /** A time of day to the minute; seconds are not said. */
  String time(LocalTime time);

  /** A day and a time of day in one, in the form that follows "am" and its like. */
  String dateTime(LocalDateTime moment, LocalDate today);

  /** A code, digit by digit in groups. */
  String digits(Digits digits);

  /** The forms of a language; empty when nobody has written them yet. */
  static Optional<SpokenForms> of(Locale language) {
    return switch (language.getLanguage()) {
      case "de" -> Optional.of(new GermanForms());
      default -> Optional.empty();
    };
  }
}
