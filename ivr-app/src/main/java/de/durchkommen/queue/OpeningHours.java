package de.durchkommen.queue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When the line is open, by the clock in Hessen.
 *
 * @param week the hours of each weekday; a weekday that is not in it is closed
 * @param days the hours of days that differ, none for a closed day
 */
@SuppressWarnings("DoNotCallSuggester") // To be written.
public record OpeningHours(Map<DayOfWeek, List<Span>> week, Map<LocalDate, List<Span>> days) {
  /** Day and night. */
  public static final OpeningHours ALWAYS = new OpeningHours(everyDay(Span.WHOLE_DAY), Map.of());

  static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");

  /**
   * Some hours of one day.
   *
   * @param from minutes since midnight, 0 to 1439
   * @param until minutes since midnight, more than {@code from}, 1440 at most
   */
  public record Span(int from, int until) {
    /** A day's minutes. */
    public static final int DAY = 1_440;

    /** From midnight to midnight. */
    public static final Span WHOLE_DAY = new Span(0, DAY);

    /** Refuses what is no time of one day. */
    public Span {
      if (from < 0 || until > DAY || from >= until) {
        throw new IllegalArgumentException("Hours begin before they end, within one day");
      }
    }

    /** From this time to that one; midnight as the end is the day's end. */
    public static Span of(LocalTime from, LocalTime until) {
      int end = until.equals(LocalTime.MIDNIGHT) ? DAY : until.toSecondOfDay() / 60;
      return new Span(from.toSecondOfDay() / 60, end);
    }
  }

  /** Whether the line is open. */
  public sealed interface State {
    /** Open, until then; {@link Instant#MAX} when it does not close within a year. */
    record Open(Instant until) implements State {}

    /** Closed, until then; {@link Instant#MAX} when it does not open within a year. */
    record Shut(Instant opens) implements State {}
  }

  /** How it is at a time. */
  public State at(Instant now) {
    throw new UnsupportedOperationException("to be written: " + now);
  }

  private static Map<DayOfWeek, List<Span>> everyDay(Span span) {
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(span));
    }
    return week;
  }
}
