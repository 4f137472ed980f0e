package de.durchkommen.queue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * When the line is open, by the clock in Hessen.
 *
 * <p>Spans that touch or overlap are one opening, over midnight too. In the night in which the
 * clock is put forward, a time that does not exist is the moment of the change; in the night in
 * which it is put back, a time that comes twice is the first one for a beginning and the second one
 * for an end, so that nobody is shut out by the change.
 *
 * @param week the hours of each weekday; a weekday that is not in it is closed
 * @param days the hours of days that differ, none for a closed day
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> week, Map<LocalDate, List<Span>> days) {
  /** Day and night. */
  public static final OpeningHours ALWAYS = new OpeningHours(everyDay(Span.WHOLE_DAY), Map.of());

  static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");

  /** So far is looked ahead; who would name a later day to a caller? */
  private static final int HORIZON_DAYS = 366;

  /** Keeps the hours of each day in their order. */
  public OpeningHours {
    week = inOrder(week);
    days = inOrder(days);
  }

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
    LocalDate today = LocalDate.ofInstant(now, HESSEN);
    Instant horizon = today.plusDays(HORIZON_DAYS).atStartOfDay(HESSEN).toInstant();
    for (Opening opening : openings(today)) {
      if (opening.until.isAfter(now)) {
        return opening.from.isAfter(now)
            ? new State.Shut(within(horizon, opening.from))
            : new State.Open(within(horizon, opening.until));
      }
    }
    return new State.Shut(Instant.MAX);
  }

  /** The hours of one day: those of the weekday, unless that day differs. */
  public List<Span> on(LocalDate day) {
    List<Span> usual = week.getOrDefault(day.getDayOfWeek(), List.of());
    return days.getOrDefault(day, usual);
  }

  private record Opening(Instant from, Instant until) {}

  /** From this day to the horizon, in their order, none touching another. */
  private List<Opening> openings(LocalDate first) {
    List<Opening> openings = new ArrayList<>();
    for (int ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
      LocalDate day = first.plusDays(ahead);
      for (Span span : on(day)) {
        append(openings, new Opening(begins(day, span.from), ends(day, span.until)));
      }
    }
    return openings;
  }

  private static void append(List<Opening> openings, Opening next) {
    if (!next.from.isBefore(next.until)) {
      return; // Wholly within the hour that the change of the clock leaves out.
    }
    if (openings.isEmpty() || openings.getLast().until.isBefore(next.from)) {
      openings.add(next);
      return;
    }
    Opening last = openings.removeLast();
    Instant until = last.until.isAfter(next.until) ? last.until : next.until;
    openings.add(new Opening(last.from, until));
  }

  private static Instant begins(LocalDate day, int minute) {
    return moment(day, minute, false);
  }

  private static Instant ends(LocalDate day, int minute) {
    return moment(day, minute, true);
  }

  private static Instant moment(LocalDate day, int minute, boolean second) {
    LocalDateTime local = day.atStartOfDay().plusMinutes(minute);
    ZoneOffsetTransition change = HESSEN.getRules().getTransition(local);
    if (change == null) {
      return local.atZone(HESSEN).toInstant();
    }
    if (change.isGap()) {
      return change.getInstant();
    }
    return local.toInstant(second ? change.getOffsetAfter() : change.getOffsetBefore());
  }

  private static Instant within(Instant horizon, Instant moment) {
    return moment.isBefore(horizon) ? moment : Instant.MAX;
  }

  private static <D> Map<D, List<Span>> inOrder(Map<D, List<Span>> hours) {
    return hours.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                day ->
                    day.getValue().stream().sorted(Comparator.comparingInt(Span::from)).toList()));
  }

  private static Map<DayOfWeek, List<Span>> everyDay(Span span) {
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(span));
    }
    return week;
  }
}
