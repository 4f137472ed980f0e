package de.durchkommen.prompt;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Values with which each prompt must be sayable. */
final class SampleValues {
  /** One that every plural rule of the world's languages takes differently, and zero. */
  private static final List<Integer> COUNTS = List.of(0, 1, 2, 5, 21);

  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final LocalTime TIME = LocalTime.of(9, 30);

  private SampleValues() {}

  /** Sets of values for a prompt: one for each count that matters. */
  static List<Map<String, Object>> of(Prompt prompt) {
    return IntStream.range(0, COUNTS.size()).mapToObj(round -> values(prompt, round)).toList();
  }

  private static Map<String, Object> values(Prompt prompt, int round) {
    Map<String, Object> values = new TreeMap<>();
    prompt.arguments().forEach((name, kind) -> values.put(name, value(kind, round)));
    return values;
  }

  private static Object value(ArgumentKind kind, int round) {
    return switch (kind) {
      case TEXT -> "Kassel";
      case NUMBER -> COUNTS.get(round);
      case DATE -> DAY.plusDays(round);
      case TIME -> TIME.plusMinutes(30L * round);
      case DATE_TIME -> LocalDateTime.of(DAY.plusDays(round), TIME.plusMinutes(30L * round));
      case DIGITS -> new Digits("482" + round + "91");
    };
  }
}
