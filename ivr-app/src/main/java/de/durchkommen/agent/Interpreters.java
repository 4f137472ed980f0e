package de.durchkommen.agent;

import de.durchkommen.phone.PhoneNumber;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Interpreters outside who can be rung into a talk, by language. Nobody else is rung. */
@Dependent
class Interpreters {
  private static final String KEY = "durchkommen.interpreters";

  private final Map<String, PhoneNumber> numbers = new TreeMap<>();

  /**
   * Takes the setting.
   *
   * @param listed as {@code tr=+49…;ar=+49…}
   * @throws IllegalArgumentException when it is none; says which language, never the number
   */
  @Inject
  Interpreters(@ConfigProperty(name = KEY) Optional<String> listed) {
    for (String one : listed.orElse("").split(";", -1)) {
      if (!one.isBlank()) {
        add(one.strip().split("=", -1));
      }
    }
  }

  private void add(String[] parts) {
    if (parts.length != 2 || !parts[0].matches("[a-z]{2}")) {
      throw new IllegalArgumentException(KEY + " has to be a list as tr=+49…;ar=+49…");
    }
    numbers.put(
        parts[0],
        PhoneNumber.parse(parts[1])
            .orElseThrow(() ->
                new IllegalArgumentException(
                    KEY + ": no German number that can be called for " + parts[0])));
  }

  /** The languages for which there is somebody, sorted. */
  List<String> languages() {
    return List.copyOf(numbers.keySet());
  }

  Optional<PhoneNumber> number(String language) {
    return Optional.ofNullable(numbers.get(language));
  }
}
