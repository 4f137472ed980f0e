package de.durchkommen.agent;

import de.durchkommen.phone.PhoneNumber;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Interpreters outside, who can be rung into a talk: nobody else is, whoever asks for it.
 *
 * @param numbers by language: two small letters
 */
public record Interpreters(Map<String, PhoneNumber> numbers) {
  /** Setting with {@code tr=+49…;ar=+49…}. */
  static final String KEY = "durchkommen.interpreters";

  private static final Pattern ENTRY = Pattern.compile("\\s*([a-z]{2})\\s*=\\s*(\\S.*?)\\s*");

  /** Copies the map. */
  public Interpreters {
    numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
  }

  /**
   * What the configuration says; none when it says nothing.
   *
   * @throws IllegalArgumentException when it cannot be understood; without the number
   */
  public static Interpreters of(Config config) {
    return of(config.getOptionalValue(KEY, String.class).orElse(""));
  }

  static Interpreters of(String text) {
    Map<String, PhoneNumber> numbers = new TreeMap<>();
    for (String part : text.split(";", -1)) {
      if (part.isBlank()) {
        continue;
      }
      Matcher entry = ENTRY.matcher(part);
      if (!entry.matches()) {
        throw new IllegalArgumentException(KEY + " is not of the form tr=+49…;ar=+49…");
      }
      String language = entry.group(1);
      numbers.put(
          language,
          PhoneNumber.parse(entry.group(2))
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      KEY + " has no German number that is called for " + language)));
    }
    return new Interpreters(numbers);
  }

  /** The languages for which there is somebody, sorted. */
  List<String> languages() {
    return List.copyOf(numbers.keySet());
  }

  Optional<PhoneNumber> number(String language) {
    return Optional.ofNullable(numbers.get(language));
  }

  /** Whether this number may be called. */
  public boolean has(PhoneNumber number) {
    return numbers.containsValue(number);
  }
}
