package de.durchkommen.prompt;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How one language says dates, times and codes. Safe for use by many threads.
 *
 * <p>The words for a day or a time are those of the answer to "when?", as they follow the text
 * before them: with the preposition where it depends on the day ("во вторник"), without it where
 * the text has it ("am {first}"). Where a language needs another form too, as after "until", it has
 * {@link #cases}.
 */
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

  /**
   * Other grammatical forms of the words for a value, by their name, such as {@code genitive}: a
   * text has them as {@code {until_genitive}}. The same names for all values of a type; none for
   * most languages.
   *
   * @param value a {@link LocalDate}, {@link LocalTime} or {@link LocalDateTime}, or an {@link
   *     Integer} where ICU's rules spell numbers wrongly; others have none
   */
  default Map<String, String> cases(Object value, LocalDate today) {
    return Map.of();
  }

  /** The forms of a language; empty when nobody has written them yet. */
  static Optional<SpokenForms> of(Locale language) {
    return switch (language.getLanguage()) {
      case "ar" -> Optional.of(new ArabicForms());
      case "de" -> Optional.of(new GermanForms());
      case "en" -> Optional.of(new EnglishForms());
      case "it" -> Optional.of(new ItalianForms());
      case "tr" -> Optional.of(new TurkishForms());
      case "pl" -> Optional.of(new PolishForms());
      case "ru" -> Optional.of(new RussianForms());
      case "uk" -> Optional.of(new UkrainianForms());
      default -> Optional.empty();
    };
  }
}
