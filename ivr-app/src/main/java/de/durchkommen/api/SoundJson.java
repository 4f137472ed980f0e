package de.durchkommen.api;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Looks through JSON to its end before anything is made of it. Parsson's parser, which skips
 * members that a record has not, never comes back from one that has no end: a few bytes would take
 * a processor for good.
 */
final class SoundJson {
  /** So deep lists and objects may lie in each other; ours lie three deep. */
  static final int DEEPEST = 32;

  /**
   * A number has no more digits, and no power of ten beyond: what is larger would be cut to any
   * other number. 20 hold all of a long.
   */
  static final int LONGEST_NUMBER = 20;

  /** A number as written may have a sign, a point and a power of ten. */
  private static final int LONGEST_WRITTEN = LONGEST_NUMBER + 8;

  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private SoundJson() {}

  /**
   * Looks through it.
   *
   * @throws IllegalStateException or a {@code JsonException} when it is not JSON, has no end, or is
   *     too deep, or has a number that is too long
   */
  static void check(byte[] json) {
    try (JsonParser parser =
        PARSERS.createParser(
            new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8))) {
      int depth = 0;
      while (parser.hasNext()) {
        Event event = parser.next();
        depth += step(event);
        if (depth > DEEPEST) {
          throw new IllegalStateException("Too deep");
        }
        if (event == Event.VALUE_NUMBER && !isSound(parser.getString())) {
          throw new IllegalStateException("Too long a number");
        }
      }
    }
  }

  private static boolean isSound(String written) {
    if (written.length() > LONGEST_WRITTEN) {
      return false;
    }
    BigDecimal number = new BigDecimal(written);
    return number.precision() <= LONGEST_NUMBER && Math.abs(number.scale()) <= LONGEST_NUMBER;
  }

  private static int step(Event event) {
    return switch (event) {
      case START_OBJECT, START_ARRAY -> 1;
      case END_OBJECT, END_ARRAY -> -1;
      default -> 0;
    };
  }
}
