package de.durchkommen.prompt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values of a prompt's arguments that somebody has typed: counts in digits, days and times as ISO
 * 8601 has them, codes in digits.
 */
public final class GivenValues {
  private static final int LONGEST_TEXT = 60;
  private static final String COUNT = "[0-9]{1,6}";

  private GivenValues() {}

  /**
   * The prompt with these values, and with sample values for the arguments that are not among them.
   *
   * @param given by argument; null for one that is not given
   * @throws IllegalArgumentException that names the argument and says what it has to be
   */
  public static Utterance of(Prompt prompt, Function<String, @Nullable String> given) {
    Map<String, Object> values = new TreeMap<>(SampleValues.of(prompt).getFirst());
    prompt
        .arguments()
        .forEach((name, kind) -> {
          @Nullable String value = given.apply(name);
          if (value != null) {
            values.put(name, value(name, kind, value.strip()));
          }
        });
    return prompt.with(values);
  }

  private static Object value(String name, ArgumentKind kind, String given) {
    try {
      return switch (kind) {
        case TEXT -> text(given);
        case NUMBER -> count(given);
        case DATE -> LocalDate.parse(given);
        case TIME -> LocalTime.parse(given);
        case DATE_TIME -> LocalDateTime.parse(given);
        case DIGITS -> new Digits(given);
      };
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new IllegalArgumentException("%s has to be %s".formatted(name, form(kind)), wrong);
    }
  }

  private static String text(String given) {
    if (given.isEmpty() || given.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException("Too long or empty");
    }
    return given;
  }

  private static Integer count(String given) {
    if (!given.matches(COUNT)) {
      throw new IllegalArgumentException("No count");
    }
    return Integer.valueOf(given);
  }

  private static String form(ArgumentKind kind) {
    return switch (kind) {
      case TEXT -> "1 to " + LONGEST_TEXT + " characters";
      case NUMBER -> "a count, from 0 to 999999";
      case DATE -> "a day, as 2026-12-01";
      case TIME -> "a time, as 09:30";
      case DATE_TIME -> "a day with a time, as 2026-12-01T09:30";
      case DIGITS -> "1 to 20 digits";
    };
  }
}
