package de.durchkommen.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration file with {@code @NAMES@} to be filled in. */
record Template(String name, String text) {
  private static final Pattern PLACEHOLDER = Pattern.compile("@([A-Z][A-Z0-9_]*)@");

  /** Would end a value and start something else in Asterisk's files and in SQL. */
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl};'\"\\\\]");

  static Template of(Path file) throws IOException {
    return new Template(file.getFileName().toString(), Files.readString(file));
  }

  /**
   * The text with every name replaced.
   *
   * @throws IllegalArgumentException when a name has no value, or a value could change the meaning
   *     of the line that it stands in
   */
  String filled(Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), values)));
  }

  private String value(String placeholder, Map<String, String> values) {
    String value = values.get(placeholder);
    if (value == null) {
      throw new IllegalArgumentException(name + ": no value for @" + placeholder + "@");
    }
    if (UNSAFE.matcher(value).find()) {
      throw new IllegalArgumentException(name + ": unsafe value for @" + placeholder + "@");
    }
    return value;
  }
}
