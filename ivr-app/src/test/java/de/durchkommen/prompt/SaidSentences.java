package de.durchkommen.prompt;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the texts of one language, as they are packed, say with some values. */
final class SaidSentences {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneId.of("Europe/Berlin"));

  private final Locale language;
  private final Catalogue catalogue;

  SaidSentences(String tag) {
    language = Locale.forLanguageTag(tag);
    LanguageTexts texts =
        new PromptFolder(Optional.empty()).read(folder -> LanguageTexts.read(folder.resolve(tag)));
    catalogue = new Catalogue(Map.of(tag, texts));
  }

  String said(String id, Map<String, Object> values) {
    Map<String, ArgumentKind> kinds = new TreeMap<>();
    values.forEach((name, value) -> kinds.put(name, kind(value)));
    return catalogue.spoken(Prompt.of(id, kinds).with(values), language, CLOCK).text();
  }

  private static ArgumentKind kind(Object value) {
    return switch (value) {
      case Integer number -> ArgumentKind.NUMBER;
      case LocalDate day -> ArgumentKind.DATE;
      case LocalTime time -> ArgumentKind.TIME;
      case LocalDateTime moment -> ArgumentKind.DATE_TIME;
      case Digits code -> ArgumentKind.DIGITS;
      default -> ArgumentKind.TEXT;
    };
  }
}
