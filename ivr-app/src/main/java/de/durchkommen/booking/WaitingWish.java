package de.durchkommen.booking;

import de.durchkommen.phone.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody waits for, and where they are called.
 *
 * @param person who
 * @param postcode where the person lives, five digits
 * @param phone where they are called
 * @param language in which they are spoken to, two small letters (ISO 639-1)
 * @param centre only there; empty for all centres within 50 km, or the nearest one
 */
public record WaitingWish(
    long person, String postcode, PhoneNumber phone, String language, Optional<Centre> centre) {
  private static final Pattern POSTCODE = Pattern.compile("[0-9]{5}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

  /** Refuses a postcode or a language that is none. */
  public WaitingWish {
    if (!POSTCODE.matcher(postcode).matches()) {
      throw new IllegalArgumentException("A postcode has five digits");
    }
    if (!LANGUAGE.matcher(language).matches()) {
      throw new IllegalArgumentException("A language has two small letters");
    }
  }
}
