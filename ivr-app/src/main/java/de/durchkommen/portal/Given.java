package de.durchkommen.portal;

import de.durchkommen.api.Problem;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value as a client gave it, not looked at yet. What cannot be is a problem that names the field
 * and says what to send; it never repeats the value.
 *
 * @param field what the client calls it
 * @param value empty and missing are the same
 */
record Given(String field, @Nullable String value) {
  private static final Pattern POSTCODE = Pattern.compile("[0-9]{5}");

  /** Longer values are not looked at. */
  private static final int LONGEST = 100;

  /** The value; empty when it is missing. */
  Optional<String> text() {
    if (value == null || value.isEmpty()) {
      return Optional.empty();
    }
    if (value.length() > LONGEST) {
      throw problem("is too long");
    }
    return Optional.of(value);
  }

  /** The value, which has to be there. */
  String needed(String what) {
    return text().orElseThrow(() -> problem("is missing: send " + what));
  }

  /** Five digits. */
  String postcode() {
    String what = "the five digits of a German postcode";
    String text = needed(what);
    if (!POSTCODE.matcher(text).matches()) {
      throw problem("has to be " + what);
    }
    return text;
  }

  /** A day; empty when it is missing. */
  Optional<LocalDate> day() {
    return parsed(LocalDate::parse, "a day as 2021-01-19");
  }

  /** A time of day; empty when it is missing. */
  Optional<LocalTime> hour() {
    return parsed(LocalTime::parse, "a time of day as 08:30");
  }

  private <T> Optional<T> parsed(Function<String, T> form, String what) {
    try {
      return text().map(form);
    } catch (DateTimeParseException e) {
      throw problem("has to be " + what);
    }
  }

  /** What a client is told about this field. */
  Problem problem(String what) {
    return Problem.invalid(field + " " + what);
  }
}
