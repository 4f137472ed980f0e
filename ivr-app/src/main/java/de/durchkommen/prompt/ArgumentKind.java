package de.durchkommen.prompt;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** How the value of a prompt's argument is spoken. */
public enum ArgumentKind {
  /** A name or a word, said as it stands. */
  TEXT(String.class),
  /** A count; open to ICU plural and select forms. */
  NUMBER(Integer.class),
  /** A weekday with day and month: "Dienstag, dem ersten Dezember". */
  DATE(LocalDate.class),
  /** A time of day as people say it: "9 Uhr 30". */
  TIME(LocalTime.class),
  /** {@link #DATE} and {@link #TIME} in one. */
  DATE_TIME(LocalDateTime.class),
  /** A code, read digit by digit in groups. */
  DIGITS(Digits.class);

  private final Class<?> type;

  ArgumentKind(Class<?> type) {
    this.type = type;
  }

  boolean accepts(Object value) {
    return type.isInstance(value);
  }
}
