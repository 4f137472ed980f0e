package de.durchkommen.launch.prompts;

import de.durchkommen.prompt.ArgumentKind;
import de.durchkommen.prompt.Digits;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.Utterance;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A prompt and its values as somebody types them. */
final class GivenPrompt {
  private static final int SHOWN = 5;

  private GivenPrompt() {}

  /**
   * The prompt of this name: {@code queue.position}, or {@code QUEUE_POSITION} as in the code.
   *
   * @throws IllegalArgumentException in German, with names like it
   */
  static Prompt named(String name, List<Prompt> declared) {
    return declared.stream()
        .filter(prompt -> folded(prompt.id()).equals(folded(name)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Eine Ansage »%s« gibt es nicht.%s".formatted(name, like(name, declared))));
  }

  private static String like(String name, List<Prompt> declared) {
    String first = folded(name).split("_", -1)[0];
    List<String> like =
        declared.stream()
            .map(Prompt::id)
            .filter(id -> !first.isEmpty() && folded(id).contains(first))
            .sorted()
            .limit(SHOWN)
            .toList();
    return like.isEmpty() ? "" : " Ähnlich: " + String.join(", ", like);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  /**
   * The prompt with values, each given as {@code name=value}.
   *
   * @throws IllegalArgumentException in German, with what has to be given
   */
  static Utterance said(Prompt prompt, List<String> given) {
    Map<String, Object> values = new TreeMap<>();
    for (String pair : given) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      ArgumentKind kind = prompt.arguments().get(name);
      if (kind == null || equals < 0) {
        throw new IllegalArgumentException(
            "»%s« passt nicht. %s".formatted(pair, expected(prompt)));
      }
      values.put(name, value(name, kind, pair.substring(equals + 1).strip()));
    }
    if (!values.keySet().equals(prompt.arguments().keySet())) {
      var missing = new TreeSet<>(prompt.arguments().keySet());
      missing.removeAll(values.keySet());
      throw new IllegalArgumentException(
          "Es fehlt: %s. %s".formatted(String.join(", ", missing), expected(prompt)));
    }
    return prompt.with(values);
  }

  private static String expected(Prompt prompt) {
    if (prompt.arguments().isEmpty()) {
      return prompt.id() + " hat keine Werte.";
    }
    return new TreeMap<>(prompt.arguments())
        .entrySet().stream()
            .map(argument -> argument.getKey() + "=" + example(argument.getValue()))
            .collect(Collectors.joining(" ", prompt.id() + " braucht zum Beispiel: ", ""));
  }

  private static Object value(String name, ArgumentKind kind, String text) {
    try {
      return switch (kind) {
        case TEXT -> {
          if (text.isEmpty()) {
            throw new IllegalArgumentException("empty");
          }
          yield text;
        }
        case NUMBER -> Integer.valueOf(text);
        case DATE -> LocalDate.parse(text);
        case TIME -> LocalTime.parse(text);
        case DATE_TIME -> LocalDateTime.parse(text);
        case DIGITS -> new Digits(text);
      };
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new IllegalArgumentException(
          "Der Wert »%s« passt nicht zu %s. Zum Beispiel: %s=%s"
              .formatted(text, name, name, example(kind)),
          wrong);
    }
  }

  private static String example(ArgumentKind kind) {
    return switch (kind) {
      case TEXT -> "Kassel";
      case NUMBER -> "3";
      case DATE -> "2026-12-01";
      case TIME -> "09:30";
      case DATE_TIME -> "2026-12-01T09:30";
      case DIGITS -> "482091";
    };
  }
}
