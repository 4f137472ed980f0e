package de.durchkommen.inventory;

import de.durchkommen.api.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a request gives; each check names the field in a {@link Problem} when it fails. What
 * JSON leaves out arrives as null, whatever the record says.
 */
final class Given {
  private Given() {}

  static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw Problem.invalid(field + " is missing");
    }
    return value;
  }

  /** A list that is there, with nothing missing in it. */
  static <T> List<T> all(@Nullable List<T> values, String field) {
    List<T> there = present(values, field);
    for (@Nullable T value : there) {
      present(value, "an entry of " + field);
    }
    return there;
  }

  /** Text with something in it, without the blanks around it. */
  static String text(@Nullable String value, String field, int longest) {
    String text = present(value, field).strip();
    if (text.isEmpty() || text.length() > longest) {
      throw Problem.invalid(field + " has to have 1 to " + longest + " characters");
    }
    return text;
  }

  static void range(double value, String field, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw Problem.invalid("%s has to be from %s to %s".formatted(field, word(least), word(most)));
    }
  }

  private static String word(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  static String id(String value) {
    if (!value.matches("[a-z0-9-]{1,20}")) {
      throw Problem.invalid("id has to have 1 to 20 small letters, digits and dashes");
    }
    return value;
  }

  static String postcode(@Nullable String value) {
    String postcode = present(value, "postcode");
    if (!postcode.matches("[0-9]{5}")) {
      throw Problem.invalid("postcode has to have five digits");
    }
    return postcode;
  }

  static LocalDate day(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw Problem.invalid("day has to be a date, as 2021-01-19");
    }
  }

  static <T extends Comparable<T>> void order(
      @Nullable T begin, @Nullable T end, String first, String second) {
    if (present(begin, first).compareTo(present(end, second)) >= 0) {
      throw Problem.invalid(first + " has to be before " + second);
    }
  }
}
