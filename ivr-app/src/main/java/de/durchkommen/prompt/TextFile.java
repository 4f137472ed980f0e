package de.durchkommen.prompt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A {@code .properties} file in UTF-8, with duplicate keys refused.
 *
 * @param name folder and file, for messages
 * @param entries in the order of the file
 */
record TextFile(String name, Map<String, String> entries) {
  /** Larger ones are no prompts. */
  static final long MAX_BYTES = 1_000_000;

  /**
   * Reads a file.
   *
   * @throws PromptProblems if it is not UTF-8, too large, or names a key twice
   */
  static TextFile read(Path file) {
    String name = nameOf(file);
    var pairs = new OrderedPairs();
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new PromptProblems("%s: longer than %d bytes".formatted(name, MAX_BYTES));
      }
      try (BufferedReader reader = Files.newBufferedReader(file)) {
        pairs.load(reader);
      }
    } catch (CharacterCodingException e) {
      throw new PromptProblems(name + ": not in UTF-8");
    } catch (IllegalArgumentException e) {
      throw new PromptProblems("%s: %s".formatted(name, e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
    if (!pairs.twice.isEmpty()) {
      throw new PromptProblems("%s: given twice: %s".formatted(name, pairs.twice));
    }
    return new TextFile(name, pairs.inOrder);
  }

  private static String nameOf(Path file) {
    int count = file.getNameCount();
    return file.subpath(Math.max(0, count - 2), count).toString();
  }

  /** The JDK's parser, which else forgets order and duplicates. */
  private static final class OrderedPairs extends Properties {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> inOrder = new LinkedHashMap<>();
    private final transient List<String> twice = new ArrayList<>();

    @Override
    public synchronized Object put(Object key, Object value) {
      if (inOrder.put((String) key, (String) value) != null) {
        twice.add((String) key);
      }
      return value;
    }
  }
}
