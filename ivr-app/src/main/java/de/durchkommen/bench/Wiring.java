package de.durchkommen.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the launcher tells a measurement: where everything is that it has started. */
final class Wiring {
  private final Map<String, String> values = new HashMap<>();

  /** Takes arguments as {@code name=value}. */
  Wiring(String... arguments) {
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      values.put(parts[0], parts[1]);
    }
  }

  /** A value that must be there. */
  String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The launcher did not tell: " + name);
    }
    return value;
  }

  /** A value that may be there. */
  Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name));
  }

  int number(String name) {
    return Integer.parseInt(text(name));
  }

  Path path(String name) {
    return Path.of(text(name));
  }

  /** Whether the measurement is a short one, to see that it works. */
  boolean isShort() {
    return Boolean.parseBoolean(text("short"));
  }
}
