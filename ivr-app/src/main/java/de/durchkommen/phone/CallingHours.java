package de.durchkommen.phone;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When people are called, by the clock in Hessen. Nobody is called at night.
 *
 * @param from the first minute in which somebody is called
 * @param until nobody is called from then on; later than {@code from}
 */
public record CallingHours(LocalTime from, LocalTime until) {
  /** The setting with these hours, as in {@code 08:00-21:00}. */
  public static final String KEY = "durchkommen.calling.hours";

  /** From 8 to 21 h. */
  public static final CallingHours USUAL =
      new CallingHours(LocalTime.of(8, 0), LocalTime.of(21, 0));

  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");
  private static final Pattern FORM = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
  private static final String MIDNIGHT = "24:00";

  /** Refuses hours that end before they begin. */
  public CallingHours {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(KEY + " has to end later than it begins");
    }
  }

  /**
   * Hours as they are written in settings: {@code 08:00-21:00}; {@code 24:00} is midnight.
   *
   * @throws IllegalArgumentException naming the setting
   */
  public static CallingHours parse(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(KEY + " is not written as 08:00-21:00");
    }
    try {
      return new CallingHours(LocalTime.parse(parts.group(1)), end(parts.group(2)));
    } catch (DateTimeException none) {
      throw new IllegalArgumentException(KEY + " names a time that does not exist", none);
    }
  }

  private static LocalTime end(String text) {
    return text.equals(MIDNIGHT) ? LocalTime.MAX : LocalTime.parse(text);
  }

  /** Whether somebody may be called now. */
  public boolean isOpen(Instant now) {
    LocalTime time = now.atZone(HESSEN).toLocalTime();
    return !time.isBefore(from) && time.isBefore(until);
  }

  /** When somebody can be called first: now, or at the next opening. */
  public Instant next(Instant now) {
    if (isOpen(now)) {
      return now;
    }
    ZonedDateTime here = now.atZone(HESSEN);
    boolean morning = here.toLocalTime().isBefore(from);
    return here.toLocalDate().plusDays(morning ? 0 : 1).atTime(from).atZone(HESSEN).toInstant();
  }
}
