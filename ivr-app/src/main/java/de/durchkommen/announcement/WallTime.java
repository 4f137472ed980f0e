package de.durchkommen.announcement;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;

/**
 * Moments as clocks in Hessen show them. An hour that comes twice in autumn is the first one for a
 * beginning and the second one for an end, so that what is urgent is rather said for too long; an
 * hour that spring leaves out is refused.
 */
final class WallTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withResolverStyle(ResolverStyle.STRICT);

  private WallTime() {}

  /** The beginning that this says. */
  static Instant start(String words, String field, ZoneId zone) {
    LocalDateTime time = parsed(words, field);
    return time.toInstant(offsets(time, field, zone).getFirst());
  }

  /** The end that this says. */
  static Instant end(String words, String field, ZoneId zone) {
    LocalDateTime time = parsed(words, field);
    return time.toInstant(offsets(time, field, zone).getLast());
  }

  /** As clocks show it. */
  static String of(Instant moment, ZoneId zone) {
    return FORM.format(moment.atZone(zone));
  }

  private static LocalDateTime parsed(String words, String field) {
    try {
      return LocalDateTime.parse(words, FORM);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(field + " has to be a time as 2026-12-01T22:00", e);
    }
  }

  private static List<ZoneOffset> offsets(LocalDateTime time, String field, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    if (offsets.isEmpty()) {
      throw new IllegalArgumentException(
          field + " is in the hour that is left out when summer time begins");
    }
    return offsets;
  }
}
